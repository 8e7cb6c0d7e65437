-- Any tree of organisations over the place tree, posts with holders and deputies, the reserve, choosing leaders, venues.
-- Source: docs/capabilities/people-and-posts.md.

ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check;
ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK (kind IN ('partyOrganisation','community','propertyCompany','ownersCommittee','managementCommittee','department','allianceUnit','alliance','selfManagementGroup','volunteerTeam','shop','serviceCentre','developer'));
-- what kind of party organisation; null for every other kind
ALTER TABLE organisation ADD COLUMN form text CHECK (form IN ('committee','jointCommittee','generalBranch','compoundCommittee','compoundBranch','gridBranch','functionalBranch','jointBranch','branch','buildingGroup','jointGroup','memberHousehold'));
ALTER TABLE organisation ADD CONSTRAINT organisation_form CHECK (form IS NULL OR kind = 'partyOrganisation');
ALTER TABLE organisation ADD COLUMN founded_on date;
-- last day of the elected term: 换届
ALTER TABLE organisation ADD COLUMN term_ends_on date;
ALTER TABLE organisation ADD COLUMN duties text NOT NULL DEFAULT '';
-- 亮身份、亮职责、亮承诺: lines that the organisation itself put up
ALTER TABLE organisation ADD COLUMN pledges text[] NOT NULL DEFAULT '{}';
CREATE INDEX organisation_by_parent ON organisation (tenant_id, parent_id);

-- Members of an alliance or of a joint committee: 联盟单位
CREATE TABLE organisation_membership (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  member_id       uuid NOT NULL,
  from_on         date NOT NULL,
  to_on           date CHECK (to_on >= from_on),
  gives           text NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES organisation (tenant_id, id),
  CHECK (organisation_id <> member_id)
);
CREATE UNIQUE INDEX organisation_membership_now ON organisation_membership (tenant_id, organisation_id, member_id) WHERE to_on IS NULL;
CREATE INDEX organisation_membership_by_member ON organisation_membership (tenant_id, member_id);

-- A unit that takes responsibility for a compound or a building: 包抓、包保
CREATE TABLE sponsorship (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  place_id        uuid NOT NULL,
  duty            text NOT NULL,
  from_on         date NOT NULL,
  to_on           date CHECK (to_on >= from_on),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX sponsorship_by_place ON sponsorship (tenant_id, place_id);
CREATE INDEX sponsorship_by_organisation ON sponsorship (tenant_id, organisation_id);

ALTER TABLE post DROP CONSTRAINT post_kind_check;
ALTER TABLE post ADD CONSTRAINT post_kind_check CHECK (kind IN ('member','volunteer','buildingHead','areaLead','gridLead','gridWorker','gridInformant','dutyOfficer','communityStaff','followUpStaff','compoundSecretary','branchSecretary','groupLead','anchorHousehold','instructor','committeeChair','committeeMember','unitUser','subdistrictSupervisor','districtSupervisor','auditor','operator'));
ALTER TABLE post ADD COLUMN seats smallint NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 10000);
ALTER TABLE post ADD COLUMN ended_on date;
ALTER TABLE post ADD COLUMN created_on date;
-- deputies stand in with the same rights; the selection that a term came out of
ALTER TABLE post_term ADD COLUMN stands_as text NOT NULL DEFAULT 'holder' CHECK (stands_as IN ('holder','deputy'));
ALTER TABLE post_term ADD COLUMN selection_id uuid;
-- what the outgoing holder left for the next one
ALTER TABLE post_term ADD COLUMN handed_over_at timestamptz;
ALTER TABLE post_term ADD COLUMN handover_note text;

-- The chain of responsibility as this district has it: four levels in one, seven in another.
CREATE TABLE chain_level (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  number      smallint NOT NULL CHECK (number BETWEEN 1 AND 12),
  name        text NOT NULL,
  name_en     text NOT NULL,
  place_level text NOT NULL CHECK (place_level IN ('district','subdistrict','community','compound','grid','building','home')),
  grid_level  smallint CHECK (grid_level BETWEEN 1 AND 3),
  post_kinds  text[] NOT NULL,
  forms       text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, number)
);

-- Reserve of future secretaries and heads
CREATE TABLE reserve_entry (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  id         uuid NOT NULL,
  person_id  uuid NOT NULL,
  post_kind  text NOT NULL,
  place_id   uuid NOT NULL,
  from_on    date NOT NULL,
  to_on      date CHECK (to_on >= from_on),
  reason     text NOT NULL DEFAULT '',
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX reserve_entry_by_place ON reserve_entry (tenant_id, place_id);

-- Choosing leaders: candidates by four channels, vetting with reasons, the result into posts
CREATE TABLE selection (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  title           text NOT NULL,
  organisation_id uuid NOT NULL,
  place_id        uuid NOT NULL,
  seats           jsonb NOT NULL,
  vetting_steps   text[] NOT NULL,
  status          text NOT NULL CHECK (status IN ('nominating','vetting','deciding','closed','cancelled')),
  from_on         date NOT NULL,
  nominate_until  date NOT NULL,
  term_until      date,
  result_note     text,
  closed_at       timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE TABLE candidate (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  selection_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  channel      text NOT NULL CHECK (channel IN ('self','residents','community','openAssessment')),
  statement    text NOT NULL DEFAULT '',
  nominated_by uuid,
  supporters   integer NOT NULL DEFAULT 0 CHECK (supporters >= 0),
  agreed_at    timestamptz,
  withdrawn_at timestamptz,
  elected_to   uuid,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, selection_id, person_id),
  FOREIGN KEY (tenant_id, selection_id) REFERENCES selection (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, elected_to) REFERENCES post (tenant_id, id)
);
-- append-only: vetting_step
CREATE TABLE vetting_step (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  candidate_id    uuid NOT NULL,
  step            text NOT NULL,
  passed          boolean NOT NULL,
  reason          text NOT NULL,
  actor_person_id uuid NOT NULL,
  capacity        text NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, candidate_id) REFERENCES candidate (tenant_id, id)
);
CREATE INDEX vetting_step_by_candidate ON vetting_step (tenant_id, candidate_id, id);

-- Rooms and corners that standards ask for: 党建会客厅, 好邻里驿站 …
CREATE TABLE venue (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('parlour','neighbourStation','serviceCentre','deliberationHall','secretaryStudio','activityRoom')),
  name            text NOT NULL,
  place_id        uuid NOT NULL,
  organisation_id uuid,
  -- square metres × 100, so that 99.9 and 100 differ without floats
  area_centi      integer CHECK (area_centi >= 0),
  has_sign        boolean NOT NULL DEFAULT false,
  functions       text[] NOT NULL DEFAULT '{}',
  ended_on        date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id)
);
CREATE INDEX venue_by_place ON venue (tenant_id, place_id);

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE organisation_membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisation_membership FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation_membership_tenant ON organisation_membership USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation_membership TO linli_app;
ALTER TABLE sponsorship ENABLE ROW LEVEL SECURITY;
ALTER TABLE sponsorship FORCE ROW LEVEL SECURITY;
CREATE POLICY sponsorship_tenant ON sponsorship USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON sponsorship TO linli_app;
ALTER TABLE chain_level ENABLE ROW LEVEL SECURITY;
ALTER TABLE chain_level FORCE ROW LEVEL SECURITY;
CREATE POLICY chain_level_tenant ON chain_level USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON chain_level TO linli_app;
ALTER TABLE reserve_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE reserve_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY reserve_entry_tenant ON reserve_entry USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON reserve_entry TO linli_app;
ALTER TABLE selection ENABLE ROW LEVEL SECURITY;
ALTER TABLE selection FORCE ROW LEVEL SECURITY;
CREATE POLICY selection_tenant ON selection USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON selection TO linli_app;
ALTER TABLE candidate ENABLE ROW LEVEL SECURITY;
ALTER TABLE candidate FORCE ROW LEVEL SECURITY;
CREATE POLICY candidate_tenant ON candidate USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON candidate TO linli_app;
ALTER TABLE vetting_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE vetting_step FORCE ROW LEVEL SECURITY;
CREATE POLICY vetting_step_tenant ON vetting_step USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT ON vetting_step TO linli_app;
ALTER TABLE venue ENABLE ROW LEVEL SECURITY;
ALTER TABLE venue FORCE ROW LEVEL SECURITY;
CREATE POLICY venue_tenant ON venue USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON venue TO linli_app;
