-- Requests: one loop with rounds; history is request_event, the rest is its present state.

CREATE TABLE category (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  code        text NOT NULL,
  parent_code text,
  position    integer NOT NULL,
  name        text NOT NULL,
  name_en     text NOT NULL,
  kinds       text[] NOT NULL,
  icon        text,
  privacy     text NOT NULL CHECK (privacy IN ('public','limited')),
  signposts   text[] NOT NULL,
  questions   jsonb NOT NULL,
  limits      jsonb NOT NULL,
  handled_by  text,
  active      boolean NOT NULL DEFAULT true,
  PRIMARY KEY (tenant_id, code)
);

CREATE TABLE request (
  tenant_id            integer NOT NULL REFERENCES tenant (id),
  id                   uuid NOT NULL,
  number               text NOT NULL,
  kind                 text NOT NULL CHECK (kind IN ('problem','help','suggestion','practical','urgent')),
  channel              text NOT NULL CHECK (channel IN ('phone','paper','telephone','walkIn','door','api')),
  status               text NOT NULL CHECK (status IN ('submitted','accepted','offered','dispatched','handling','waiting','paused','returned','disputed','onLadder','finished','shelved','closed')),
  outcome              text CHECK (outcome IN ('solved','explained','notOurs','shelved','duplicate','withdrawn')),
  confirmed_by         text CHECK (confirmed_by IN ('reporter','callBack','silence','staff')),
  round                smallint NOT NULL DEFAULT 1,
  -- number of the last event; a step is saved only on the state it was decided on
  seq                  integer NOT NULL,
  title                text NOT NULL,
  text                 text NOT NULL,
  answers              jsonb NOT NULL DEFAULT '[]',
  limited              boolean NOT NULL DEFAULT false,
  category_code        text,
  category_proposals   jsonb NOT NULL DEFAULT '[]',
  -- where: the most exact place known, and the places above it for lists
  place_id             uuid NOT NULL,
  place_name           text NOT NULL,
  place_path           text COLLATE "C" NOT NULL,
  -- entrance and room, for those who work on it; lists and neighbours see the building
  door_name            text,
  subdistrict_id       uuid,
  community_id         uuid,
  compound_id          uuid,
  grid_id              uuid,
  building_id          uuid,
  lon                  double precision,
  lat                  double precision,
  location_source      text,
  location_words       text,
  reporter_person_id   uuid,
  -- written down for somebody without an account; sealed like a person's
  reporter_name_sealed bytea,
  reporter_name_masked text,
  reporter_phone_sealed bytea,
  reporter_phone_masked text,
  helper_person_id     uuid,
  helper_capacity      text,
  -- who has it
  lead_organisation_id uuid,
  lead_post_id         uuid,
  lead_name            text,
  handler_person_id    uuid,
  from_pool            boolean NOT NULL DEFAULT false,
  level                text CHECK (level IN ('areaDispatch','weekendCouncil','jointConference')),
  -- how often it was returned in this round; after a binding decision there is no further return
  returns              smallint NOT NULL DEFAULT 0,
  binding              boolean NOT NULL DEFAULT false,
  -- the status to go back to after waiting, pause, shelf or ladder
  resume_status        text,
  ask                  jsonb,
  supervision          jsonb,
  review_on            date,
  claimed_outcome      text CHECK (claimed_outcome IN ('solved','explained','notOurs')),
  cause                text,
  merged_into_id       uuid,
  joiner_count         integer NOT NULL DEFAULT 0,
  urge_count           integer NOT NULL DEFAULT 0,
  urged_at             timestamptz,
  -- folded from history by clock.ts; the three columns below are what lists sort by
  clocks               jsonb NOT NULL,
  due_kind             text CHECK (due_kind IN ('accept','contact','handle','answer')),
  due_at               timestamptz,
  amber_at             timestamptz,
  -- when the silent period after finishing ends
  silent_at            timestamptz,
  before_photo         jsonb,
  after_photo          jsonb,
  created_at           timestamptz NOT NULL,
  updated_at           timestamptz NOT NULL,
  finished_at          timestamptz,
  closed_at            timestamptz,
  CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  CHECK (status <> 'closed' OR outcome IS NOT NULL),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, merged_into_id) REFERENCES request (tenant_id, id)
);
-- Work lists: what is open in an area, nearest due first. Open requests stay few, so these stay small.
CREATE INDEX request_open_community ON request (tenant_id, community_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_subdistrict ON request (tenant_id, subdistrict_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_compound ON request (tenant_id, compound_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_grid ON request (tenant_id, grid_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_all ON request (tenant_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_lead_organisation ON request (tenant_id, lead_organisation_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_lead_post ON request (tenant_id, lead_post_id, due_at) WHERE closed_at IS NULL;
CREATE INDEX request_open_handler ON request (tenant_id, handler_person_id) WHERE closed_at IS NULL;
-- Few at any time, looked for on every home page
CREATE INDEX request_open_urgent ON request (tenant_id, place_path) WHERE closed_at IS NULL AND kind = 'urgent';
CREATE INDEX request_silent ON request (tenant_id, silent_at) WHERE silent_at IS NOT NULL AND closed_at IS NULL;
-- Newest first, by grid and status, whole history
CREATE INDEX request_by_grid ON request (tenant_id, grid_id, status, created_at DESC, id DESC);
CREATE INDEX request_by_community ON request (tenant_id, community_id, created_at DESC, id DESC);
CREATE INDEX request_by_reporter ON request (tenant_id, reporter_person_id, created_at DESC, id DESC);
CREATE INDEX request_by_helper ON request (tenant_id, helper_person_id, created_at DESC) WHERE helper_person_id IS NOT NULL;
CREATE INDEX request_solved_nearby ON request (tenant_id, compound_id, closed_at DESC, id DESC) WHERE outcome = 'solved' AND NOT limited;
-- The same for the whole district; what was solved this week is counted from it
CREATE INDEX request_solved_district ON request (tenant_id, closed_at DESC, id DESC) WHERE outcome = 'solved' AND NOT limited;
CREATE INDEX request_closed_at ON request (tenant_id, closed_at DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX request_done_by ON request (tenant_id, handler_person_id, closed_at) WHERE outcome = 'solved' AND handler_person_id IS NOT NULL;
CREATE INDEX request_merged ON request (tenant_id, merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX request_by_place ON request (tenant_id, place_id, created_at DESC);

CREATE TABLE request_event (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  request_id      uuid NOT NULL,
  seq             integer NOT NULL,
  at              timestamptz NOT NULL,
  action          text NOT NULL,
  round           smallint NOT NULL,
  status          text NOT NULL,
  actor_person_id uuid,
  capacity        text NOT NULL,
  note            text,
  internal        boolean NOT NULL DEFAULT false,
  facts           jsonb NOT NULL DEFAULT '{}',
  -- what the step said to the clocks; folding these gives request.clocks
  clock_event     jsonb,
  PRIMARY KEY (tenant_id, request_id, seq),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX request_event_by_time ON request_event (tenant_id, at);

-- Who was given it, in which part, and what became of that: lead and co-handlers of each round.
CREATE TABLE request_assignment (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  request_id      uuid NOT NULL,
  round           smallint NOT NULL,
  part            text NOT NULL CHECK (part IN ('lead','co')),
  organisation_id uuid,
  post_id         uuid,
  name            text NOT NULL,
  task            text,
  state           text NOT NULL CHECK (state IN ('called','reportedIn','partDone','ended')),
  due_at          timestamptz,
  called_at       timestamptz NOT NULL,
  reported_in_at  timestamptz,
  ended_at        timestamptz,
  end_reason      text,
  CHECK ((organisation_id IS NULL) <> (post_id IS NULL)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX request_assignment_by_request ON request_assignment (tenant_id, request_id);
CREATE INDEX request_assignment_organisation ON request_assignment (tenant_id, organisation_id, state) WHERE part = 'co' AND state <> 'ended';
CREATE INDEX request_assignment_post ON request_assignment (tenant_id, post_id, state) WHERE part = 'co' AND state <> 'ended';

CREATE TABLE request_joiner (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  person_id  uuid NOT NULL,
  note       text,
  joined_at  timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id, person_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX request_joiner_by_person ON request_joiner (tenant_id, person_id, joined_at DESC);

-- One rating per person and round; history of rounds is kept.
CREATE TABLE request_rating (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  round      smallint NOT NULL,
  -- reporter, joiner, callBack; for a call-back person_id is who was called when known, else the caller's request id
  by         text NOT NULL CHECK (by IN ('reporter','joiner','callBack')),
  person_id  uuid NOT NULL,
  solved     boolean,
  satisfied  boolean,
  stars      smallint CHECK (stars BETWEEN 1 AND 5),
  note       text,
  at         timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id, round, by, person_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);

CREATE TABLE photo (
  tenant_id        integer NOT NULL REFERENCES tenant (id),
  id               uuid NOT NULL,
  uploader_id      uuid NOT NULL,
  -- null until the request or step that it belongs to is sent
  request_id       uuid,
  event_seq        integer,
  role             text CHECK (role IN ('before','after','progress')),
  internal         boolean NOT NULL DEFAULT false,
  width            integer NOT NULL,
  height           integer NOT NULL,
  average_colour   text NOT NULL,
  byte_count       integer NOT NULL,
  sha256           bytea NOT NULL,
  taken_at         timestamptz,
  lon              double precision,
  lat              double precision,
  created_at       timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX photo_by_request ON photo (tenant_id, request_id) WHERE request_id IS NOT NULL;
CREATE INDEX photo_by_uploader ON photo (tenant_id, uploader_id, created_at);

CREATE TABLE bulk_step (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  person_id   uuid NOT NULL,
  step        jsonb NOT NULL,
  request_ids uuid[] NOT NULL,
  done        integer NOT NULL DEFAULT 0,
  refused     jsonb NOT NULL DEFAULT '[]',
  created_at  timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);

-- Staff's corrections, from which the category proposal learns.
CREATE TABLE category_correction (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  request_id    uuid NOT NULL,
  category_code text NOT NULL,
  text          text NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, request_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
CREATE INDEX category_correction_by_time ON category_correction (tenant_id, at DESC);
