-- Hot topics: which open requests were found to speak of one thing, at the last look. Made anew by a job.

CREATE TABLE topic_look (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  found_at  timestamptz NOT NULL,
  among     integer NOT NULL,
  PRIMARY KEY (tenant_id)
);

CREATE TABLE topic (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  words       text[] NOT NULL,
  request_ids uuid[] NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE topic_look ENABLE ROW LEVEL SECURITY;
ALTER TABLE topic_look FORCE ROW LEVEL SECURITY;
CREATE POLICY topic_look_tenant ON topic_look USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE ON topic_look TO linli_app;
ALTER TABLE topic ENABLE ROW LEVEL SECURITY;
ALTER TABLE topic FORCE ROW LEVEL SECURITY;
CREATE POLICY topic_tenant ON topic USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, DELETE ON topic TO linli_app;
