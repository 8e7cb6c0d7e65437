-- Exports: what is asked for, who let it, its rows sealed in pieces for a day.
-- Source: docs/capabilities/exports.md; docs/security.md, "Exports".

CREATE TABLE export_job (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  -- stands on every sheet, and in every row that is about a person
  number      text NOT NULL,
  kind        text NOT NULL,
  format      text NOT NULL CHECK (format IN ('xlsx','csv','geojson')),
  filters     jsonb NOT NULL,
  language    text NOT NULL CHECK (language IN ('zh','en')),
  purpose     text NOT NULL,
  personal    boolean NOT NULL,
  -- a list about persons: the place over which the second person must hold a post
  place_id    uuid,
  person_id   uuid NOT NULL,
  capacity    text NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting','running','ready','refused','ended','failed')),
  -- where the list goes on; what is not a page yet
  go_on       jsonb,
  row_count   integer NOT NULL DEFAULT 0,
  piece_count integer NOT NULL DEFAULT 0,
  -- rows about persons counted towards the month of asking
  counted     integer NOT NULL DEFAULT 0,
  downloads   integer NOT NULL DEFAULT 0,
  because     text,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  decided_at  timestamptz,
  decided_by  uuid,
  ready_at    timestamptz,
  ends_at     timestamptz,
  CHECK (decided_by IS DISTINCT FROM person_id),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX export_job_by_person ON export_job (tenant_id, person_id, created_at DESC);
CREATE INDEX export_job_waiting ON export_job (tenant_id, created_at) WHERE state = 'waiting';
CREATE INDEX export_job_unfinished ON export_job (tenant_id, updated_at) WHERE state IN ('waiting', 'running', 'ready');

-- Rows of a file that is being made or can be fetched: compressed and sealed, deleted with its end
CREATE TABLE export_piece (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  export_id   uuid NOT NULL,
  seq         integer NOT NULL,
  rows_sealed bytea NOT NULL,
  PRIMARY KEY (tenant_id, export_id, seq),
  FOREIGN KEY (tenant_id, export_id) REFERENCES export_job (tenant_id, id)
);

-- Rows about persons that somebody took out in a month, counted in one statement so that no two calls pass together
CREATE TABLE export_month (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  person_id   uuid NOT NULL,
  month       text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  row_count   integer NOT NULL CHECK (row_count >= 0),
  PRIMARY KEY (tenant_id, person_id, month),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE export_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_job FORCE ROW LEVEL SECURITY;
CREATE POLICY export_job_tenant ON export_job USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON export_job TO linli_app;
ALTER TABLE export_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY export_piece_tenant ON export_piece USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON export_piece TO linli_app;
ALTER TABLE export_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE export_month FORCE ROW LEVEL SECURITY;
CREATE POLICY export_month_tenant ON export_month USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON export_month TO linli_app;
