-- Excel and CSV files into the registers: read, mapped, previewed, run in pieces, undone as a whole.
-- Source: docs/capabilities/imports.md; docs/security.md, row 29.

CREATE TABLE import_job (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  kind        text CHECK (kind IN ('homes','residents','owners','organisations','posts','members','buildings')),
  file_name   text NOT NULL,
  file_sha256 bytea NOT NULL,
  byte_count  integer NOT NULL,
  -- where the uploaded file lies, sealed; gone 24 hours after the last touch
  file_key    text,
  place_id    uuid,
  sheets      jsonb,
  sheet       text,
  header_row  integer,
  mapping     jsonb,
  status      text NOT NULL CHECK (status IN ('reading','mapping','checking','ready','running','done','undoing','undone','failed','expired')),
  row_count   integer NOT NULL DEFAULT 0,
  done_count  integer NOT NULL DEFAULT 0,
  good_count  integer NOT NULL DEFAULT 0,
  bad_count   integer NOT NULL DEFAULT 0,
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

-- A row of the file: its cells sealed until it is in (then emptied), and what is wrong with it
CREATE TABLE import_row (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  import_id   uuid NOT NULL,
  row_number  integer NOT NULL,
  cells_sealed bytea,
  state       text NOT NULL CHECK (state IN ('good','warned','bad','in','skipped')),
  problems    jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant_id, import_id, row_number),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import_job (tenant_id, id)
);
CREATE INDEX import_row_by_state ON import_row (tenant_id, import_id, state, row_number);

-- What the import wrote, so that all of it can be taken back: the row, and what it held before
CREATE TABLE import_effect (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  import_id   uuid NOT NULL,
  seq         integer NOT NULL,
  table_name  text NOT NULL,
  row_id      uuid NOT NULL,
  was_sealed  bytea,
  PRIMARY KEY (tenant_id, import_id, seq),
  FOREIGN KEY (tenant_id, import_id) REFERENCES import_job (tenant_id, id)
);

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
