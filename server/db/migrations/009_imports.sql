-- Excel and CSV files into the registers: read, mapped, previewed, run in pieces, undone as a whole.
-- Source: docs/capabilities/imports.md; docs/security.md, row 29.

CREATE TABLE import_job (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  file_name   text NOT NULL,
  file_sha256 bytea NOT NULL,
  byte_count  integer NOT NULL,
  -- where the uploaded file lies, sealed; gone 24 hours after the last touch
  file_key    text,
  -- the place that the file is about, chosen by whoever imports
  place_id    uuid,
  -- sheets with their first lines, sealed: they hold names and numbers
  look_sealed bytea,
  -- which sheets become what, column by column
  parts       jsonb NOT NULL DEFAULT '[]',
  create_missing boolean NOT NULL DEFAULT true,
  area_source text NOT NULL DEFAULT 'CONTRACT' CHECK (area_source IN ('REGISTRY','SURVEY','CONTRACT')),
  status      text NOT NULL CHECK (status IN ('mapping','checking','ready','running','done','undoing','undone','failed','expired')),
  row_count   integer NOT NULL DEFAULT 0,
  done_count  integer NOT NULL DEFAULT 0,
  good_count  integer NOT NULL DEFAULT 0,
  bad_count   integer NOT NULL DEFAULT 0,
  -- places and people that are new or known, problems by kind
  figures     jsonb,
  failure     text,
  person_id   uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  finished_at timestamptz,
  undone_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX import_job_by_time ON import_job (tenant_id, created_at DESC);
CREATE INDEX import_job_by_touch ON import_job (tenant_id, updated_at) WHERE status NOT IN ('expired', 'undone');

-- A row of the file: what was read of it sealed until it is in (then emptied), and what is wrong with it
CREATE TABLE import_row (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  import_id    uuid NOT NULL,
  -- in the order of entering: buildings, homes, people
  seq          integer NOT NULL,
  sheet        smallint NOT NULL,
  row_number   integer NOT NULL,
  kind         text NOT NULL,
  cells_sealed bytea,
  -- an earlier row about the same person, and the person that a row became
  same_as      integer,
  person_id    uuid,
  state        text NOT NULL CHECK (state IN ('good','warned','bad','in','skipped')),
  problems     jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant_id, import_id, seq),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import_job (tenant_id, id)
);
CREATE INDEX import_row_by_state ON import_row (tenant_id, import_id, state, seq);
CREATE INDEX import_row_by_person ON import_row (tenant_id, person_id) WHERE person_id IS NOT NULL;

-- What the import wrote, so that all of it can be taken back
CREATE TABLE import_effect (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  import_id   uuid NOT NULL,
  seq         integer NOT NULL,
  table_name  text NOT NULL,
  row_id      uuid NOT NULL,
  PRIMARY KEY (tenant_id, import_id, seq),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import_job (tenant_id, id)
);
CREATE INDEX import_effect_by_row ON import_effect (tenant_id, import_id, row_id);

-- How the columns of one source were understood last time: the same header is mapped by itself
CREATE TABLE import_mapping (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  header_digest bytea NOT NULL,
  kind          text NOT NULL,
  mapping       jsonb NOT NULL,
  used_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, header_digest)
);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE import_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_job FORCE ROW LEVEL SECURITY;
CREATE POLICY import_job_tenant ON import_job USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_job TO linli_app;
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY import_row_tenant ON import_row USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_row TO linli_app;
ALTER TABLE import_effect ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_effect FORCE ROW LEVEL SECURITY;
CREATE POLICY import_effect_tenant ON import_effect USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_effect TO linli_app;
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_mapping FORCE ROW LEVEL SECURITY;
CREATE POLICY import_mapping_tenant ON import_mapping USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON import_mapping TO linli_app;
