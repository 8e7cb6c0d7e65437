-- Keys of other systems, and what the Open311 door keeps beside the requests themselves.
-- Source: docs/decisions/0022-keys-and-open311.md.

CREATE TABLE api_key (
  tenant_id            integer NOT NULL REFERENCES tenant (id),
  id                   uuid NOT NULL,
  -- the other system, as history shows it
  name                 text NOT NULL,
  -- who answers for it there: an organisation, no person
  holder               text,
  -- how the secret begins; of the secret itself only the SHA-256 is kept
  prefix               text NOT NULL,
  secret_hash          bytea NOT NULL,
  scopes               text[] NOT NULL,
  -- nothing outside this place is read or filed
  place_id             uuid NOT NULL,
  calls_in_ten_seconds integer NOT NULL,
  expires_on           date,
  last_used_on         date,
  created_at           timestamptz NOT NULL,
  revoked_at           timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);

-- How a category is offered to others; a category without a row follows the rule (public: realtime, limited: blackbox).
CREATE TABLE open311_service (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  category_code text NOT NULL,
  offered       text NOT NULL CHECK (offered IN ('realtime','batch','blackbox','no')),
  -- attributes that this district asks of other systems, beside the category's own questions
  attributes    jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (tenant_id, category_code)
);

-- What a batch service handed out instead of a number.
CREATE TABLE open311_token (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  token      uuid NOT NULL,
  request_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, token),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);

-- What a client said about a request it had filed, by the client's own number: a repeat is refused.
CREATE TABLE open311_update (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  key_id     uuid NOT NULL,
  update_id  text NOT NULL,
  request_id uuid NOT NULL,
  at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, key_id, update_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);

-- One category, newest first; lists of all of them are read by request_by_time
CREATE INDEX request_by_category ON request (tenant_id, category_code, created_at DESC);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE api_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_key FORCE ROW LEVEL SECURITY;
CREATE POLICY api_key_tenant ON api_key USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON api_key TO linli_app;
ALTER TABLE open311_service ENABLE ROW LEVEL SECURITY;
ALTER TABLE open311_service FORCE ROW LEVEL SECURITY;
CREATE POLICY open311_service_tenant ON open311_service USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON open311_service TO linli_app;
ALTER TABLE open311_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE open311_token FORCE ROW LEVEL SECURITY;
CREATE POLICY open311_token_tenant ON open311_token USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON open311_token TO linli_app;
ALTER TABLE open311_update ENABLE ROW LEVEL SECURITY;
ALTER TABLE open311_update FORCE ROW LEVEL SECURITY;
CREATE POLICY open311_update_tenant ON open311_update USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON open311_update TO linli_app;
