-- The check-up of compounds against standards, proposals of the planner, and the pairing of members with households.
-- Source: docs/capabilities/standards.md, docs/capabilities/planner.md.

-- A district's own parameters of a standard; the pack's hold where none is set
CREATE TABLE standard_setting (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  standard   text NOT NULL,
  off        boolean NOT NULL DEFAULT false,
  parameters jsonb NOT NULL DEFAULT '{}',
  reason     text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, standard)
);

-- The newest result of each standard at each place it is asked of
CREATE TABLE finding (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  place_id     uuid NOT NULL,
  standard     text NOT NULL,
  -- what exactly falls short: a building, a grid, an organisation; the place itself when it is the place
  subject_id   uuid NOT NULL,
  subject_name text NOT NULL,
  compound_id  uuid,
  community_id uuid,
  severity     text NOT NULL CHECK (severity IN ('must','should','advise','information')),
  state        text NOT NULL CHECK (state IN ('met','gap','conflict','notApplicable')),
  counted      jsonb NOT NULL,
  gap          jsonb NOT NULL,
  since_on     date NOT NULL,
  checked_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, place_id, standard, subject_id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX finding_by_compound ON finding (tenant_id, compound_id, state);
CREATE INDEX finding_by_community ON finding (tenant_id, community_id, state);

-- Places whose facts changed since their last check-up
CREATE TABLE checkup_due (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  place_id  uuid NOT NULL,
  at        timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, place_id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);

-- One point a day and place: the curve
CREATE TABLE checkup_day (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  place_id  uuid NOT NULL,
  on_day    date NOT NULL,
  met       integer NOT NULL,
  must      integer NOT NULL,
  should    integer NOT NULL,
  advise    integer NOT NULL,
  conflicts integer NOT NULL,
  took_ms   integer NOT NULL,
  PRIMARY KEY (tenant_id, place_id, on_day),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);

CREATE TABLE plan (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('grids','pairings')),
  place_id    uuid NOT NULL,
  wanted      jsonb NOT NULL,
  status      text NOT NULL CHECK (status IN ('waiting','solving','solved','infeasible','failed','applied','dropped')),
  progress    jsonb,
  -- figures beside today's, and the proposal itself
  figures     jsonb,
  proposal    jsonb,
  failure     jsonb,
  person_id   uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  solved_at   timestamptz,
  applied_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX plan_by_place ON plan (tenant_id, place_id, created_at DESC);

-- A member paired with a household: proposed, and nothing until the member accepts
CREATE TABLE pairing (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  home_place_id uuid NOT NULL,
  status       text NOT NULL CHECK (status IN ('proposed','accepted','declined','ended')),
  plan_id      uuid,
  from_on      date,
  to_on        date CHECK (to_on >= from_on),
  reason       text,
  created_at   timestamptz NOT NULL,
  answered_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, home_place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan (tenant_id, id)
);
CREATE UNIQUE INDEX pairing_now ON pairing (tenant_id, home_place_id) WHERE status IN ('proposed','accepted');
CREATE INDEX pairing_by_person ON pairing (tenant_id, person_id, status);
CREATE INDEX pairing_by_plan ON pairing (tenant_id, plan_id) WHERE plan_id IS NOT NULL;

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE standard_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE standard_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY standard_setting_tenant ON standard_setting USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON standard_setting TO linli_app;
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding FORCE ROW LEVEL SECURITY;
CREATE POLICY finding_tenant ON finding USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON finding TO linli_app;
ALTER TABLE checkup_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkup_due FORCE ROW LEVEL SECURITY;
CREATE POLICY checkup_due_tenant ON checkup_due USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON checkup_due TO linli_app;
ALTER TABLE checkup_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkup_day FORCE ROW LEVEL SECURITY;
CREATE POLICY checkup_day_tenant ON checkup_day USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON checkup_day TO linli_app;
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_tenant ON plan USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO linli_app;
ALTER TABLE pairing ENABLE ROW LEVEL SECURITY;
ALTER TABLE pairing FORCE ROW LEVEL SECURITY;
CREATE POLICY pairing_tenant ON pairing USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON pairing TO linli_app;
