-- Bulletins and wall newspapers: a working copy, and beside it what was published, which never changes.
-- Source: docs/capabilities/bulletins.md.
CREATE TABLE bulletin (
  tenant_id        integer NOT NULL REFERENCES tenant (id),
  id               uuid NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('weekly','monthly','wall')),
  place_id         uuid NOT NULL,
  from_on          date NOT NULL,
  to_on            date NOT NULL CHECK (to_on >= from_on),
  status           text NOT NULL CHECK (status IN ('draft','published','withdrawn')),
  -- counts up with each change, so that two editors do not undo each other
  seq              integer NOT NULL DEFAULT 0,
  -- seq that the latest published version was made of; null: never published
  published_seq    integer,
  title            text NOT NULL,
  blocks           jsonb NOT NULL,
  -- what was counted, in one go: docs/decisions/0024-documents-and-fonts.md
  material         jsonb NOT NULL,
  version          integer NOT NULL DEFAULT 0,
  made_by          text NOT NULL CHECK (made_by IN ('clock','person')),
  edited_as        text,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  CHECK ((status = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK ((status = 'draft') = (version = 0)),
  PRIMARY KEY (tenant_id, id),
  -- one of a kind for a place and a period: the clock and a person cannot both make it
  UNIQUE (tenant_id, place_id, kind, from_on),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX bulletin_by_period ON bulletin (tenant_id, from_on DESC, id DESC);
-- Drafts that nobody touched are let go of after a while.
CREATE INDEX bulletin_untouched ON bulletin (tenant_id, created_at) WHERE status = 'draft' AND made_by = 'clock';

CREATE TABLE bulletin_version (
  tenant_id           integer NOT NULL REFERENCES tenant (id),
  id                  uuid NOT NULL,
  bulletin_id         uuid NOT NULL,
  version             integer NOT NULL CHECK (version > 0),
  title               text NOT NULL,
  blocks              jsonb NOT NULL,
  material            jsonb NOT NULL,
  -- what a correction corrects; empty in the first
  note                text NOT NULL,
  -- the product's address when it was published: what its QR code leads to
  address             text NOT NULL,
  published_at        timestamptz NOT NULL,
  published_by        uuid NOT NULL,
  published_as        text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, bulletin_id, version),
  FOREIGN KEY (tenant_id, bulletin_id) REFERENCES bulletin (tenant_id, id)
);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE bulletin ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulletin FORCE ROW LEVEL SECURITY;
CREATE POLICY bulletin_tenant ON bulletin USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON bulletin TO linli_app;
ALTER TABLE bulletin_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulletin_version FORCE ROW LEVEL SECURITY;
CREATE POLICY bulletin_version_tenant ON bulletin_version USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
-- What was published never changes: the application can neither alter nor remove it.
GRANT SELECT, INSERT ON bulletin_version TO linli_app;
