-- What goes out: webhooks with their deliveries, and the exchange with other GeoReport servers.
-- Source: docs/capabilities/webhooks.md, docs/capabilities/federation.md.

-- Somebody else's system that is told what happens to requests
CREATE TABLE webhook (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  name          text NOT NULL,
  url           text NOT NULL,
  -- where people open the product: links in what is sent begin with it
  origin        text NOT NULL,
  events        text[] NOT NULL,
  -- only requests of this place and below
  place_id      uuid NOT NULL,
  place_path    text COLLATE "C" NOT NULL,
  secret_sealed bytea NOT NULL,
  created_at    timestamptz NOT NULL,
  -- nothing that happened before is told: when it was made, or told to tell of other things
  since_at      timestamptz NOT NULL,
  -- somebody is sending until then; nobody else begins
  busy_until    timestamptz,
  failing_since timestamptz,
  last_ok_at    timestamptz,
  paused_at     timestamptz,
  pause_reason  text CHECK (pause_reason IN ('person','failing','gone')),
  removed_at    timestamptz,
  CHECK ((paused_at IS NULL) = (pause_reason IS NULL)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);

-- One message to one webhook; its body is kept as it was first sent
CREATE TABLE webhook_delivery (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  webhook_id  uuid NOT NULL,
  -- the event of a request's history that it tells of; none of either for a test
  request_id  uuid,
  seq         integer,
  event       text NOT NULL,
  body        text NOT NULL,
  state       text NOT NULL CHECK (state IN ('waiting','delivered','dead')),
  attempts    integer NOT NULL DEFAULT 0,
  due_at      timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  tried_at    timestamptz,
  -- the last answer: its HTTP status, or why there was none
  status_code integer,
  fault       text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, webhook_id, request_id, seq),
  FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhook (tenant_id, id)
);
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (tenant_id, webhook_id, id) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_list ON webhook_delivery (tenant_id, webhook_id, id DESC);
CREATE INDEX webhook_delivery_old ON webhook_delivery (tenant_id, created_at);

-- Another GeoReport server: 12345, a subdistrict's platform
CREATE TABLE peer (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  name            text NOT NULL,
  url             text NOT NULL,
  jurisdiction    text,
  key_sealed      bytea,
  -- the organisation that stands for it: what is dispatched to it goes there, what comes back is its step
  organisation_id uuid NOT NULL,
  -- where their requests belong, and where requests come from that may go there
  place_id        uuid NOT NULL,
  place_path      text COLLATE "C" NOT NULL,
  pulls           boolean NOT NULL,
  pushes          boolean NOT NULL,
  photos          text NOT NULL CHECK (photos IN ('multipart','none')),
  -- pairs of their service_code and our category, the first pair of a category is used for sending
  services        jsonb NOT NULL DEFAULT '[]',
  -- words of theirs for a status that the fixed table does not know
  meanings        jsonb NOT NULL DEFAULT '{}',
  -- whether they have servicerequestupdates; unknown until asked
  has_updates     boolean,
  -- up to where theirs was read, by their clock
  requests_mark   timestamptz NOT NULL,
  updates_mark    timestamptz NOT NULL,
  pull_at         timestamptz NOT NULL,
  busy_until      timestamptz,
  failing_since   timestamptz,
  fault           text,
  last_ok_at      timestamptz,
  paused_at       timestamptz,
  pause_reason    text CHECK (pause_reason IN ('person','failing')),
  removed_at      timestamptz,
  created_at      timestamptz NOT NULL,
  CHECK ((paused_at IS NULL) = (pause_reason IS NULL)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE UNIQUE INDEX peer_organisation ON peer (tenant_id, organisation_id) WHERE removed_at IS NULL;

-- One matter under two numbers: ours and theirs
CREATE TABLE peer_request (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  peer_id      uuid NOT NULL,
  request_id   uuid NOT NULL,
  -- from whom it came first
  origin       text NOT NULL CHECK (origin IN ('ours','theirs')),
  their_id     text,
  their_token  text,
  their_status text,
  -- our history up to here is sent, or needs no sending
  sent_seq     integer NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, peer_id, their_id),
  UNIQUE (tenant_id, peer_id, request_id),
  FOREIGN KEY (tenant_id, peer_id) REFERENCES peer (tenant_id, id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX peer_request_by_request ON peer_request (tenant_id, request_id);

-- What went and what came, each once: the key says what it is (our history's number, their update's number)
CREATE TABLE exchange_item (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  peer_id     uuid NOT NULL,
  pair_id     uuid NOT NULL,
  way         text NOT NULL CHECK (way IN ('out','in')),
  kind        text NOT NULL CHECK (kind IN ('request','update')),
  key         text NOT NULL,
  -- noted: it came, and our loop had no step for it
  state       text NOT NULL CHECK (state IN ('waiting','done','noted','dead')),
  -- our step, or their word for the status
  what        text NOT NULL,
  attempts    integer NOT NULL DEFAULT 0,
  due_at      timestamptz NOT NULL,
  at          timestamptz NOT NULL,
  done_at     timestamptz,
  status_code integer,
  fault       text,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, peer_id, way, kind, key),
  FOREIGN KEY (tenant_id, peer_id) REFERENCES peer (tenant_id, id),
  FOREIGN KEY (tenant_id, pair_id) REFERENCES peer_request (tenant_id, id)
);
CREATE INDEX exchange_item_waiting ON exchange_item (tenant_id, peer_id, id) WHERE state = 'waiting';
CREATE INDEX exchange_item_by_pair ON exchange_item (tenant_id, pair_id, id);
CREATE INDEX exchange_item_list ON exchange_item (tenant_id, peer_id, id DESC);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE webhook ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_tenant ON webhook USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook TO linli_app;
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY webhook_delivery_tenant ON webhook_delivery USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON webhook_delivery TO linli_app;
ALTER TABLE peer ENABLE ROW LEVEL SECURITY;
ALTER TABLE peer FORCE ROW LEVEL SECURITY;
CREATE POLICY peer_tenant ON peer USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON peer TO linli_app;
ALTER TABLE peer_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE peer_request FORCE ROW LEVEL SECURITY;
CREATE POLICY peer_request_tenant ON peer_request USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON peer_request TO linli_app;
ALTER TABLE exchange_item ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange_item FORCE ROW LEVEL SECURITY;
CREATE POLICY exchange_item_tenant ON exchange_item USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON exchange_item TO linli_app;
