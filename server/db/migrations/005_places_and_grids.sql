-- Places as registers need them: three levels of grid with their history, what a building and a home are, where an outline is from.
-- Source: docs/capabilities/grids.md, docs/capabilities/places.md.

-- 1: gathers compounds of a community, 2: about 400 households, one branch, 3: a responsibility area 责任片区 within it
ALTER TABLE place ADD COLUMN grid_level smallint CHECK (grid_level BETWEEN 1 AND 3);
-- An owner without BYPASSRLS would see no rows to update.
ALTER TABLE place NO FORCE ROW LEVEL SECURITY;
UPDATE place SET grid_level = 2 WHERE level = 'grid';
ALTER TABLE place ADD CONSTRAINT place_grid_level CHECK ((level = 'grid') = (grid_level IS NOT NULL));
-- storeys of a building or a stairwell; the storey of a home
ALTER TABLE place ADD COLUMN floors smallint CHECK (floors BETWEEN -9 AND 200);
-- homes counted from a statement, when no single homes are entered; people counted in the same way
ALTER TABLE place ADD COLUMN residents integer CHECK (residents >= 0);
ALTER TABLE place ADD COLUMN used_as text NOT NULL DEFAULT 'homes' CHECK (used_as IN ('homes','shops','offices','service','parking','other'));
-- who drew it, and in which system it came: kept in WGS-84 always
ALTER TABLE place ADD COLUMN outline_from text CHECK (outline_from IN ('hand','file','plan','demo'));
ALTER TABLE place ADD COLUMN outline_system text CHECK (outline_system IN ('wgs84','gcj02','bd09'));
-- 8-2-301 is looked up by code; home codes repeat from compound to compound
CREATE INDEX place_by_code ON place (tenant_id, code COLLATE "C", path) WHERE level IN ('entrance','home');
-- asked for each place that is removed: does a building still lie in it?
CREATE INDEX place_by_grid ON place (tenant_id, grid_id) WHERE grid_id IS NOT NULL;

-- Which grid of each level a building lay in, and when: [valid_from, valid_to). Today's is also the building's path and grid_id.
CREATE TABLE grid_term (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  building_id uuid NOT NULL,
  grid_level  smallint NOT NULL CHECK (grid_level BETWEEN 1 AND 3),
  grid_id     uuid NOT NULL,
  valid_from  date NOT NULL,
  valid_to    date CHECK (valid_to > valid_from),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, building_id, grid_level, valid_from),
  FOREIGN KEY (tenant_id, building_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, grid_id) REFERENCES place (tenant_id, id)
);
CREATE UNIQUE INDEX grid_term_now ON grid_term (tenant_id, building_id, grid_level) WHERE valid_to IS NULL;
CREATE INDEX grid_term_by_grid ON grid_term (tenant_id, grid_id, valid_from);

-- Every change of the grids, who made it and why; one that begins on a later day waits here until then.
CREATE TABLE grid_change (
  tenant_id      integer NOT NULL REFERENCES tenant (id),
  id             uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('create','split','merge','move','redraw','rename','end','plan')),
  scope_id       uuid NOT NULL,
  effective_on   date NOT NULL,
  applied_at     timestamptz,
  cancelled_at   timestamptz,
  -- why it could not begin on its day: a code of contracts/errors.ts
  refused        text,
  -- what shall be (grids with their buildings and outlines) and, once applied, what was
  wanted         jsonb NOT NULL,
  before         jsonb,
  reason         text NOT NULL DEFAULT '',
  actor_person_id uuid,
  capacity       text NOT NULL,
  at             timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, scope_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX grid_change_by_scope ON grid_change (tenant_id, scope_id, effective_on);
CREATE INDEX grid_change_waiting ON grid_change (tenant_id, effective_on) WHERE applied_at IS NULL AND cancelled_at IS NULL;

INSERT INTO grid_term (tenant_id, id, building_id, grid_level, grid_id, valid_from)
  SELECT b.tenant_id, gen_random_uuid(), b.id, 2, b.grid_id, b.valid_from FROM place b WHERE b.level = 'building' AND b.grid_id IS NOT NULL;
ALTER TABLE place FORCE ROW LEVEL SECURITY;

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE grid_term ENABLE ROW LEVEL SECURITY;
ALTER TABLE grid_term FORCE ROW LEVEL SECURITY;
CREATE POLICY grid_term_tenant ON grid_term USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON grid_term TO linli_app;
ALTER TABLE grid_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE grid_change FORCE ROW LEVEL SECURITY;
CREATE POLICY grid_change_tenant ON grid_change USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON grid_change TO linli_app;
