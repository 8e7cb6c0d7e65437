-- Households, the owners' roll, and what protects both. Which field may exist, for what purpose and how long: server/modules/households/fields.ts.
-- Source: docs/capabilities/households.md; Personal Information Protection Law arts. 5-9, 13-19, 28-31, 44-50.

-- A key of the person's own, sealed by the tenant's: destroyed on erasure, so that what it sealed is lost in older copies too
ALTER TABLE person ADD COLUMN key_sealed bytea;
ALTER TABLE person ADD COLUMN erased_at timestamptz;

CREATE TABLE household (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  home_place_id uuid NOT NULL,
  -- whether those who live there own it or rent it; nothing about who they are
  holds          text NOT NULL DEFAULT 'unknown' CHECK (holds IN ('owner','tenant','unknown')),
  occupants      smallint CHECK (occupants BETWEEN 0 AND 50),
  moved_in_on    date,
  moved_out_on   date CHECK (moved_out_on >= moved_in_on),
  -- how to speak with them: large print, interpreter, a relative's number; sealed values are in household_value
  contact_person_id uuid,
  confirmed_on   date,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, home_place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, contact_person_id) REFERENCES person (tenant_id, id)
);
CREATE UNIQUE INDEX household_now ON household (tenant_id, home_place_id) WHERE moved_out_on IS NULL;
CREATE INDEX household_by_contact ON household (tenant_id, contact_person_id) WHERE contact_person_id IS NOT NULL;
CREATE INDEX household_moved_out ON household (tenant_id, moved_out_on) WHERE moved_out_on IS NOT NULL;

CREATE TABLE household_member (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  household_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  from_on      date NOT NULL,
  to_on        date CHECK (to_on >= from_on),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, household_id) REFERENCES household (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE UNIQUE INDEX household_member_now ON household_member (tenant_id, person_id) WHERE to_on IS NULL;
CREATE INDEX household_member_by_household ON household_member (tenant_id, household_id);

-- A value of a registered field, sealed under the key of the person it is about. Its purpose decides who may read it and for how long.
CREATE TABLE household_value (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  household_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  field        text NOT NULL,
  sealed       bytea NOT NULL,
  consent_id   uuid,
  keep_until   date,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, household_id, person_id, field),
  FOREIGN KEY (tenant_id, household_id) REFERENCES household (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX household_value_by_person ON household_value (tenant_id, person_id);
CREATE INDEX household_value_due ON household_value (tenant_id, keep_until) WHERE keep_until IS NOT NULL;

-- Consent to one purpose, in the words of one version of its notice; withdrawn as easily as given: PIPL arts. 14-16
CREATE TABLE consent (
  tenant_id      integer NOT NULL REFERENCES tenant (id),
  id             uuid NOT NULL,
  person_id      uuid NOT NULL,
  household_id   uuid,
  purpose        text NOT NULL,
  notice_version smallint NOT NULL,
  given_by       text NOT NULL CHECK (given_by IN ('self','code','paper','guardian')),
  recorded_by    uuid,
  photo_id       uuid,
  given_at       timestamptz NOT NULL,
  withdrawn_at   timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE UNIQUE INDEX consent_now ON consent (tenant_id, person_id, purpose) WHERE withdrawn_at IS NULL;

-- Asks about one's own file: correct, erase, object, explain: PIPL arts. 44-50
CREATE TABLE file_ask (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  household_id uuid,
  person_id    uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('correct','erase','object','explain')),
  field        text,
  words_sealed bytea NOT NULL,
  status       text NOT NULL CHECK (status IN ('open','done','refused')),
  answer       text,
  answered_by  text,
  due_on       date NOT NULL,
  answered_at  timestamptz,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id)
);
CREATE INDEX file_ask_open ON file_ask (tenant_id, due_on) WHERE status = 'open';
CREATE INDEX file_ask_by_person ON file_ask (tenant_id, person_id, id);

-- Who must be erased again after a backup from before was restored
CREATE TABLE erasure (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  person_id uuid NOT NULL,
  at        timestamptz NOT NULL,
  reason    text NOT NULL CHECK (reason IN ('asked','retention','importUndone')),
  PRIMARY KEY (tenant_id, person_id)
);

-- Owners' roll, apart from who lives there. Areas are integers of 0.01 m²; votes freeze this roll.
-- Source: Civil Code art. 278; SPC interpretation on building ownership, arts. 1, 8, 9.
CREATE TABLE owned_unit (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  -- the home, or the building or compound that a shop or parking place lies in
  place_id    uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('home','shop','office','parking','other')),
  code        text NOT NULL,
  area_centi  bigint CHECK (area_centi > 0),
  area_source text CHECK (area_source IN ('REGISTRY','SURVEY','CONTRACT')),
  valid_from  date NOT NULL,
  valid_to    date CHECK (valid_to > valid_from),
  CHECK ((area_centi IS NULL) = (area_source IS NULL)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX owned_unit_by_place ON owned_unit (tenant_id, place_id);

CREATE TABLE ownership (
  tenant_id     integer NOT NULL REFERENCES tenant (id),
  id            uuid NOT NULL,
  owned_unit_id uuid NOT NULL,
  basis         text NOT NULL CHECK (basis IN ('REGISTERED','POSSESSION','INHERITANCE','DEVELOPER')),
  from_on       date NOT NULL,
  to_on         date CHECK (to_on >= from_on),
  proof_checked_on date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, owned_unit_id) REFERENCES owned_unit (tenant_id, id)
);
CREATE UNIQUE INDEX ownership_now ON ownership (tenant_id, owned_unit_id) WHERE to_on IS NULL;

-- The owner set: persons, or an organisation such as the developer
CREATE TABLE ownership_holder (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  ownership_id    uuid NOT NULL,
  person_id       uuid,
  organisation_id uuid,
  share_permille  smallint CHECK (share_permille BETWEEN 1 AND 1000),
  CHECK ((person_id IS NULL) <> (organisation_id IS NULL)),
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, ownership_id) REFERENCES ownership (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, organisation_id) REFERENCES organisation (tenant_id, id)
);
CREATE INDEX ownership_holder_by_ownership ON ownership_holder (tenant_id, ownership_id);
CREATE INDEX ownership_holder_by_person ON ownership_holder (tenant_id, person_id) WHERE person_id IS NOT NULL;

-- Opening a household's file is told to the household
ALTER TABLE audit_entry ADD COLUMN household_id uuid;
CREATE INDEX audit_entry_by_household ON audit_entry (tenant_id, household_id, id) WHERE household_id IS NOT NULL;

-- The history of requests is only added to; erasing a person is the one thing that takes words out of it. Their own notes go, and
-- their name and number from what others wrote in their requests. The tenant is the transaction's: row security holds here too.
CREATE FUNCTION forget_words(person uuid, full_name text, phone text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE request_event e
     SET note = CASE WHEN e.actor_person_id = person THEN NULL ELSE replace(replace(e.note, full_name, '＊＊'), phone, '＊＊') END,
         facts = replace(replace(e.facts::text, full_name, '＊＊'), phone, '＊＊')::jsonb
    FROM request r
   WHERE e.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND r.tenant_id = e.tenant_id AND r.id = e.request_id
     AND (r.reporter_person_id = person OR e.actor_person_id = person);
  UPDATE request_rating SET note = NULL
   WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND person_id = person;
$$;
REVOKE ALL ON FUNCTION forget_words(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_words(uuid, text, text) TO linli_app;

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE household ENABLE ROW LEVEL SECURITY;
ALTER TABLE household FORCE ROW LEVEL SECURITY;
CREATE POLICY household_tenant ON household USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON household TO linli_app;
ALTER TABLE household_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_member FORCE ROW LEVEL SECURITY;
CREATE POLICY household_member_tenant ON household_member USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON household_member TO linli_app;
ALTER TABLE household_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE household_value FORCE ROW LEVEL SECURITY;
CREATE POLICY household_value_tenant ON household_value USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON household_value TO linli_app;
ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
CREATE POLICY consent_tenant ON consent USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON consent TO linli_app;
ALTER TABLE file_ask ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_ask FORCE ROW LEVEL SECURITY;
CREATE POLICY file_ask_tenant ON file_ask USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON file_ask TO linli_app;
ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
ALTER TABLE erasure FORCE ROW LEVEL SECURITY;
CREATE POLICY erasure_tenant ON erasure USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON erasure TO linli_app;
ALTER TABLE owned_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE owned_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY owned_unit_tenant ON owned_unit USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON owned_unit TO linli_app;
ALTER TABLE ownership ENABLE ROW LEVEL SECURITY;
ALTER TABLE ownership FORCE ROW LEVEL SECURITY;
CREATE POLICY ownership_tenant ON ownership USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON ownership TO linli_app;
ALTER TABLE ownership_holder ENABLE ROW LEVEL SECURITY;
ALTER TABLE ownership_holder FORCE ROW LEVEL SECURITY;
CREATE POLICY ownership_holder_tenant ON ownership_holder USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON ownership_holder TO linli_app;
