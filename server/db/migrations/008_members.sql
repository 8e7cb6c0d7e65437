-- Party members as far as community work needs them: kept apart from the household's file, because it tells of a specific identity.
-- Source: docs/capabilities/members.md; Personal Information Protection Law art. 28.

CREATE TABLE member (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  person_id       uuid NOT NULL,
  stage           text NOT NULL CHECK (stage IN ('formal','probationary')),
  -- where the organisational relation is: an organisation here, or one elsewhere in words
  organisation_id uuid,
  elsewhere       text,
  -- employed elsewhere and reporting in where they live: 在职党员
  in_service      boolean NOT NULL DEFAULT false,
  -- how the two found each other: 双找. What one side says, the other confirms or returns with its reason.
  found_by        text NOT NULL CHECK (found_by IN ('organisation','member','import')),
  confirmed_on    date,
  returned_at     timestamptz,
  answer          text,
  left_on         date,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, person_id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id)
);
CREATE INDEX member_by_organisation ON member (tenant_id, organisation_id);

-- 报到卡 with 履职意愿调查表
CREATE TABLE report_card (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  person_id   uuid NOT NULL,
  place_id    uuid NOT NULL,
  unit_name   text NOT NULL DEFAULT '',
  skills      text[] NOT NULL DEFAULT '{}',
  free_times  text[] NOT NULL DEFAULT '{}',
  wants       text[] NOT NULL DEFAULT '{}',
  words       text NOT NULL DEFAULT '',
  -- the quarterly sheet may go to the unit: a consent of its own, PIPL art. 23
  tells_unit  boolean NOT NULL DEFAULT false,
  status      text NOT NULL CHECK (status IN ('sent','accepted','returned','ended')),
  answer      text,
  sent_at     timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE UNIQUE INDEX report_card_now ON report_card (tenant_id, person_id) WHERE status IN ('sent','accepted');
CREATE INDEX report_card_by_place ON report_card (tenant_id, place_id, status);

-- 亮身份 by one's own wish: a plate at the door whose code leads to "ask this neighbour", never to personal data
CREATE TABLE plate (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  person_id     uuid NOT NULL,
  home_place_id uuid NOT NULL,
  code          text NOT NULL,
  words         text NOT NULL,
  can_help      text[] NOT NULL DEFAULT '{}',
  lit_at        timestamptz NOT NULL,
  put_out_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, home_place_id) REFERENCES place (tenant_id, id)
);
CREATE UNIQUE INDEX plate_now ON plate (tenant_id, person_id) WHERE put_out_at IS NULL;
CREATE INDEX plate_by_home ON plate (tenant_id, home_place_id);

CREATE TABLE neighbour_question (
  tenant_id      integer NOT NULL REFERENCES tenant (id),
  id             uuid NOT NULL,
  plate_id       uuid NOT NULL,
  from_person_id uuid NOT NULL,
  words          text NOT NULL,
  answer         text,
  status         text NOT NULL CHECK (status IN ('asked','answered','passedOn','withdrawn')),
  asked_at       timestamptz NOT NULL,
  answered_at    timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, plate_id) REFERENCES plate (tenant_id, id),
  FOREIGN KEY (tenant_id, from_person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX neighbour_question_by_plate ON neighbour_question (tenant_id, plate_id, id);
CREATE INDEX neighbour_question_by_asker ON neighbour_question (tenant_id, from_person_id, id);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE member ENABLE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
CREATE POLICY member_tenant ON member USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON member TO linli_app;
ALTER TABLE report_card ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_card FORCE ROW LEVEL SECURITY;
CREATE POLICY report_card_tenant ON report_card USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON report_card TO linli_app;
ALTER TABLE plate ENABLE ROW LEVEL SECURITY;
ALTER TABLE plate FORCE ROW LEVEL SECURITY;
CREATE POLICY plate_tenant ON plate USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON plate TO linli_app;
ALTER TABLE neighbour_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE neighbour_question FORCE ROW LEVEL SECURITY;
CREATE POLICY neighbour_question_tenant ON neighbour_question USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON neighbour_question TO linli_app;
