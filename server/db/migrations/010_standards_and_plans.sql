-- The check-up of compounds against standards, proposals of the planner, and the pairing of members with households.
-- Source: docs/capabilities/standards.md, docs/capabilities/planner.md.

-- Results of the check-up are worked out anew from the registers, so they hold no foreign keys: a place that an import takes back
-- is not kept by what was found there.

-- A district's own parameters of a standard; the pack's hold where none is set
CREATE TABLE standard_setting (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  standard   text NOT NULL,
  off        boolean NOT NULL DEFAULT false,
  parameters jsonb NOT NULL DEFAULT '{}',
  reason     text NOT NULL DEFAULT '',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, standard)
);

-- The newest result of each standard at each place it is asked of: a row per thing that falls short, one row where nothing does
CREATE TABLE finding (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  place_id     uuid NOT NULL,
  standard     text NOT NULL,
  -- what exactly falls short: a building, a grid, an organisation; the place itself when it is the place
  subject_id   uuid NOT NULL,
  subject_name text NOT NULL,
  compound_id  uuid,
  community_id uuid,
  severity     text NOT NULL CHECK (severity IN ('must','should','advise','information')),
  state        text NOT NULL CHECK (state IN ('met','gap','conflict','notApplicable')),
  counted      jsonb NOT NULL,
  gap          jsonb NOT NULL,
  -- the page that mends it, already filled in: {"kind": "appoint", "to": "/posts?appoint=…"}
  task         jsonb,
  since_on     date NOT NULL,
  PRIMARY KEY (tenant_id, place_id, standard, subject_id)
);
CREATE INDEX finding_by_community ON finding (tenant_id, community_id);

-- Places whose facts changed since their last check-up. Only ever added to, so that writers never wait for each other here.
CREATE TABLE checkup_due (
  tenant_id integer NOT NULL REFERENCES tenant (id),
  id        uuid NOT NULL,
  place_id  uuid NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- One point a day and place: the curve
CREATE TABLE checkup_day (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  place_id   uuid NOT NULL,
  on_day     date NOT NULL,
  met        integer NOT NULL,
  must       integer NOT NULL,
  should     integer NOT NULL,
  advise     integer NOT NULL,
  conflicts  integer NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, place_id, on_day)
);

-- A check-up of a district or of a part of it, portion by portion
CREATE TABLE checkup_run (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  place_id    uuid NOT NULL,
  cause       text NOT NULL CHECK (cause IN ('nightly','asked','settings')),
  portions    integer NOT NULL,
  done        integer NOT NULL DEFAULT 0 CHECK (done <= portions),
  -- time spent working, all portions together
  took_ms     integer NOT NULL DEFAULT 0,
  started_at  timestamptz NOT NULL,
  finished_at timestamptz,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX checkup_run_by_time ON checkup_run (tenant_id, started_at);

CREATE TABLE plan (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('grids','pairings')),
  place_id    uuid NOT NULL,
  wanted      jsonb NOT NULL,
  status      text NOT NULL CHECK (status IN ('waiting','solving','solved','infeasible','failed','applied','dropped')),
  progress    jsonb,
  -- figures beside today's, and the proposal itself
  figures     jsonb,
  proposal    jsonb,
  failure     jsonb,
  -- counts up with each change, so that nobody applies a proposal that somebody else has just altered
  seq         integer NOT NULL DEFAULT 0,
  person_id   uuid NOT NULL,
  created_at  timestamptz NOT NULL,
  solved_at   timestamptz,
  applied_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, place_id) REFERENCES place (tenant_id, id)
);
CREATE INDEX plan_by_place ON plan (tenant_id, place_id, created_at DESC);

-- A member paired with a household: proposed, and nothing until the member accepts
CREATE TABLE pairing (
  tenant_id    integer NOT NULL REFERENCES tenant (id),
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  home_place_id uuid NOT NULL,
  status       text NOT NULL CHECK (status IN ('proposed','accepted','declined','ended')),
  plan_id      uuid,
  from_on      date,
  to_on        date CHECK (to_on >= from_on),
  -- who ended it: a pair that the member or the household ended is not proposed again
  ended_by     text CHECK (ended_by IN ('member','household','planner')),
  reason       text,
  created_at   timestamptz NOT NULL,
  answered_at  timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, home_place_id) REFERENCES place (tenant_id, id),
  FOREIGN KEY (tenant_id, plan_id) REFERENCES plan (tenant_id, id)
);
-- While a household changes hands it has the one who looks after it and the one who is asked: the first ends when the second accepts
CREATE UNIQUE INDEX pairing_now ON pairing (tenant_id, home_place_id) WHERE status = 'accepted';
CREATE UNIQUE INDEX pairing_asked ON pairing (tenant_id, home_place_id) WHERE status = 'proposed';
CREATE INDEX pairing_by_home ON pairing (tenant_id, home_place_id);
CREATE INDEX pairing_by_person ON pairing (tenant_id, person_id, status);
CREATE INDEX pairing_by_plan ON pairing (tenant_id, plan_id) WHERE plan_id IS NOT NULL;

-- What the check-up may see of the registers: counts and states, no names, no numbers of persons.
-- One view per register; docs/capabilities/standards.md, "What is read".
CREATE VIEW home_facts WITH (security_invoker = true) AS
  SELECT h.tenant_id, h.id, h.path, h.valid_from, h.valid_to,
         CASE e.level WHEN 'entrance' THEN e.parent_id ELSE e.id END AS building_id,
         f.id AS household_id, f.confirmed_on, f.contact_person_id IS NOT NULL AND c.phone_masked IS NOT NULL AS reachable
    FROM place h
    JOIN place e ON e.tenant_id = h.tenant_id AND e.id = h.parent_id
    LEFT JOIN household f ON f.tenant_id = h.tenant_id AND f.home_place_id = h.id AND f.moved_out_on IS NULL
    LEFT JOIN person c ON c.tenant_id = h.tenant_id AND c.id = f.contact_person_id
   WHERE h.level = 'home';
CREATE VIEW member_facts WITH (security_invoker = true) AS
  SELECT m.tenant_id, m.person_id, m.stage, m.in_service, m.organisation_id, m.left_on, h.path AS home_path
    FROM member m
    JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    LEFT JOIN place h ON h.tenant_id = m.tenant_id AND h.id = p.home_place_id;
CREATE VIEW organisation_facts WITH (security_invoker = true) AS
  SELECT o.tenant_id, o.id, o.parent_id, o.kind, o.form, o.name, o.place_id, l.path, o.term_ends_on, o.ended_on, o.handles,
         o.duty_phone IS NOT NULL AS has_duty_phone,
         (SELECT count(*) FROM member m WHERE m.tenant_id = o.tenant_id AND m.organisation_id = o.id AND m.left_on IS NULL AND m.stage = 'formal') AS formal,
         (SELECT count(*) FROM member m WHERE m.tenant_id = o.tenant_id AND m.organisation_id = o.id AND m.left_on IS NULL AND m.stage = 'probationary') AS probationary,
         (SELECT count(*) FROM organisation_membership j WHERE j.tenant_id = o.tenant_id AND j.organisation_id = o.id AND j.to_on IS NULL) AS joined
    FROM organisation o
    JOIN place l ON l.tenant_id = o.tenant_id AND l.id = o.place_id;
CREATE VIEW post_facts WITH (security_invoker = true) AS
  SELECT o.tenant_id, o.id, o.kind, o.title, o.organisation_id, g.kind AS organisation_kind, o.place_id, l.path, o.created_on, o.ended_on
    FROM post o
    JOIN place l ON l.tenant_id = o.tenant_id AND l.id = o.place_id
    LEFT JOIN organisation g ON g.tenant_id = o.tenant_id AND g.id = o.organisation_id;
CREATE VIEW term_facts WITH (security_invoker = true) AS
  SELECT t.tenant_id, t.post_id, t.person_id, t.from_on, t.to_on, t.stands_as FROM post_term t;
CREATE VIEW venue_facts WITH (security_invoker = true) AS
  SELECT v.tenant_id, v.id, v.kind, v.name, v.place_id, l.path, v.area_centi, v.has_sign, v.functions, v.ended_on
    FROM venue v
    JOIN place l ON l.tenant_id = v.tenant_id AND l.id = v.place_id;
CREATE VIEW grid_term_facts WITH (security_invoker = true) AS
  SELECT t.tenant_id, t.building_id, l.path, t.grid_level, t.grid_id, t.valid_from, t.valid_to
    FROM grid_term t
    JOIN place l ON l.tenant_id = t.tenant_id AND l.id = t.building_id;
CREATE VIEW pairing_facts WITH (security_invoker = true) AS
  SELECT g.tenant_id, g.person_id, g.home_place_id, l.path, g.from_on, g.to_on
    FROM pairing g
    JOIN place l ON l.tenant_id = g.tenant_id AND l.id = g.home_place_id
   WHERE g.status = 'accepted';
CREATE VIEW sponsorship_facts WITH (security_invoker = true) AS
  SELECT s.tenant_id, s.place_id, l.path, s.organisation_id, s.from_on, s.to_on
    FROM sponsorship s
    JOIN place l ON l.tenant_id = s.tenant_id AND l.id = s.place_id;
CREATE VIEW chain_facts WITH (security_invoker = true) AS
  SELECT c.tenant_id, c.number, c.name, c.name_en, c.place_level, c.grid_level, c.post_kinds, c.forms FROM chain_level c;

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE standard_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE standard_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY standard_setting_tenant ON standard_setting USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON standard_setting TO linli_app;
ALTER TABLE finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE finding FORCE ROW LEVEL SECURITY;
CREATE POLICY finding_tenant ON finding USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON finding TO linli_app;
ALTER TABLE checkup_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkup_due FORCE ROW LEVEL SECURITY;
CREATE POLICY checkup_due_tenant ON checkup_due USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON checkup_due TO linli_app;
ALTER TABLE checkup_day ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkup_day FORCE ROW LEVEL SECURITY;
CREATE POLICY checkup_day_tenant ON checkup_day USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON checkup_day TO linli_app;
ALTER TABLE checkup_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE checkup_run FORCE ROW LEVEL SECURITY;
CREATE POLICY checkup_run_tenant ON checkup_run USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON checkup_run TO linli_app;
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan FORCE ROW LEVEL SECURITY;
CREATE POLICY plan_tenant ON plan USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO linli_app;
ALTER TABLE pairing ENABLE ROW LEVEL SECURITY;
ALTER TABLE pairing FORCE ROW LEVEL SECURITY;
CREATE POLICY pairing_tenant ON pairing USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON pairing TO linli_app;
GRANT SELECT ON home_facts, member_facts, organisation_facts, post_facts, term_facts, venue_facts, grid_term_facts, pairing_facts, sponsorship_facts, chain_facts TO linli_app;
