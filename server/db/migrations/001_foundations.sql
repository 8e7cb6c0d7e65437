-- Who and where: tenants, places, organisations, people, posts, sign-in.
-- Rules: docs/decisions/0002-one-schema.md. Every tenant table starts its keys with tenant_id and forces row security.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- A tenant is a district 区县. Reference table: small, the same everywhere.
CREATE TABLE tenant (
  id          integer PRIMARY KEY CHECK (id > 0),
  name        text NOT NULL,
  host        text UNIQUE,
  hotline     text NOT NULL DEFAULT '12345',
  demo        boolean NOT NULL DEFAULT false,
  created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE place (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  parent_id   uuid,
  level       text NOT NULL CHECK (level IN ('district','subdistrict','community','compound','grid','building','entrance','home')),
  name        text NOT NULL,
  -- as people say it with its surroundings: 桂园小区 8 栋
  full_name   text NOT NULL,
  code        text,
  path        text COLLATE "C" NOT NULL,
  households  integer CHECK (households >= 0),
  lon         double precision,
  lat         double precision,
  outline     jsonb,
  -- for buildings: the grid that answers for it now (grids are effective-dated)
  grid_id     uuid,
  valid_from  date NOT NULL DEFAULT '2000-01-01',
  valid_to    date,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, path),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, grid_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX place_by_parent ON place (tenant_id, parent_id, name);
CREATE INDEX place_by_level ON place (tenant_id, level);

-- Ground that only helps the eye on the map: roads, green, water.
CREATE TABLE map_shape (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('road','green','water')),
  name        text NOT NULL DEFAULT '',
  west        double precision NOT NULL,
  south       double precision NOT NULL,
  east        double precision NOT NULL,
  north       double precision NOT NULL,
  geometry    jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE organisation (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  parent_id   uuid,
  kind        text NOT NULL CHECK (kind IN ('partyOrganisation','community','propertyCompany','ownersCommittee','department','allianceUnit','selfManagementGroup','volunteerTeam')),
  name        text NOT NULL,
  place_id    uuid NOT NULL,
  handles     boolean NOT NULL DEFAULT false,
  duty_phone  text,
  ended_on    date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX organisation_by_place ON organisation (tenant_id, place_id);

CREATE TABLE person (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  -- AES-256-GCM, key outside the database; see server/platform/secrets.ts
  name_sealed   bytea NOT NULL,
  name_masked   text NOT NULL,
  nickname      text NOT NULL,
  phone_sealed  bytea,
  phone_masked  text,
  -- HMAC under the tenant's key: finds a number without storing it
  phone_index   bytea,
  home_place_id uuid,
  locale        text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN','en')),
  large_print   smallint NOT NULL DEFAULT 0 CHECK (large_print BETWEEN 0 AND 5),
  username      text,
  password_hash text,
  disabled_at   timestamptz,
  demo_role     text,
  created_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, phone_index),
  UNIQUE (tenant_id, username),
  FOREIGN KEY (tenant_id, home_place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX person_by_home ON person (tenant_id, home_place_id);
CREATE INDEX person_by_demo_role ON person (tenant_id, demo_role) WHERE demo_role IS NOT NULL;

CREATE TABLE post (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('member','volunteer','buildingHead','areaLead','gridWorker','dutyOfficer','communityStaff','followUpStaff','compoundSecretary','unitUser','subdistrictSupervisor','districtSupervisor','auditor','operator')),
  title           text NOT NULL,
  organisation_id uuid,
  place_id        uuid NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX post_by_place ON post (tenant_id, place_id, kind);
CREATE INDEX post_by_organisation ON post (tenant_id, organisation_id);

-- Who holds which post from when until when. A member's post may be held by many.
CREATE TABLE post_term (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  post_id     uuid NOT NULL,
  person_id   uuid NOT NULL,
  from_on     date NOT NULL,
  to_on       date CHECK (to_on >= from_on),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, post_id) REFERENCES post (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX post_term_by_person ON post_term (tenant_id, person_id);
CREATE INDEX post_term_by_post ON post_term (tenant_id, post_id);

CREATE TABLE sign_in_attempt (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  phone_index  bytea NOT NULL,
  phone_sealed bytea NOT NULL,
  code_hmac    bytea NOT NULL,
  tries        smallint NOT NULL DEFAULT 0,
  client       text NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  used_at      timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX sign_in_attempt_by_phone ON sign_in_attempt (tenant_id, phone_index, created_at);

-- Server-side session: the cookie holds the secret, the row its SHA-256.
CREATE TABLE session (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  secret_hash  bytea NOT NULL,
  person_id    uuid NOT NULL,
  staff        boolean NOT NULL,
  user_agent   text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_until   timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX session_by_person ON session (tenant_id, person_id);

-- Counts of tries per key (client address, account, number) and window; shared by all processes.
CREATE TABLE rate_count (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  key         text NOT NULL,
  window_from timestamptz NOT NULL,
  tries       integer NOT NULL,
  PRIMARY KEY (tenant_id, key, window_from)
);

-- One-time links: first administrator.
CREATE TABLE one_time_link (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  purpose     text NOT NULL CHECK (purpose IN ('firstAdmin')),
  secret_hash bytea NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash)
);

-- Who opened, changed or signed in to what. Append-only for the application.
CREATE TABLE audit_entry (
  tenant_id         integer NOT NULL REFERENCES tenant (id),
  id                uuid NOT NULL,
  at                timestamptz NOT NULL,
  what              text NOT NULL,
  actor_person_id   uuid,
  capacity          text NOT NULL,
  subject           text NOT NULL,
  subject_person_id uuid,
  request_id        uuid,
  field             text,
  reason            text,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_by_subject ON audit_entry (tenant_id, subject_person_id, id);
CREATE INDEX audit_entry_by_actor ON audit_entry (tenant_id, actor_person_id, at);

-- Repeats of a create get the first answer.
CREATE TABLE idempotency_key (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  person_id    uuid NOT NULL,
  key          text NOT NULL,
  request_hash bytea NOT NULL,
  status       smallint NOT NULL,
  reply        text NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id, key)
);
CREATE INDEX idempotency_key_by_age ON idempotency_key (tenant_id, created_at);

-- Numbers that people read: one counter row per tenant and purpose.
CREATE TABLE counter (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  name      text NOT NULL,
  value     bigint NOT NULL,
  PRIMARY KEY (tenant_id, name)
);

-- What must happen after a commit.
CREATE TABLE outbox (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  id         uuid NOT NULL,
  job        text NOT NULL,
  payload    jsonb NOT NULL,
  run_at     timestamptz NOT NULL,
  attempts   smallint NOT NULL DEFAULT 0,
  dead_at    timestamptz,
  last_error text,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX outbox_due ON outbox (tenant_id, run_at) WHERE dead_at IS NULL;

CREATE TABLE notice (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  id         uuid NOT NULL,
  -- told to a post (whoever holds it) or to a person
  post_id    uuid,
  person_id  uuid,
  what       text NOT NULL,
  facts      jsonb NOT NULL,
  request_id uuid,
  at         timestamptz NOT NULL,
  CHECK ((post_id IS NULL) <> (person_id IS NULL)),
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX notice_by_person ON notice (tenant_id, person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX notice_by_post ON notice (tenant_id, post_id, id) WHERE post_id IS NOT NULL;

-- How far a person has read: everything up to this id (ids are in time order).
CREATE TABLE notice_read (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  person_id uuid NOT NULL,
  up_to_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, person_id)
);
