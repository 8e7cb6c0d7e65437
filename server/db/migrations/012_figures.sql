-- Figures: what a request counts for is a function of its present row; steps note the difference, a job adds it up.
-- Source: docs/capabilities/figures.md, docs/decisions/0019-figures.md.

-- How far a request has come and what was said of it, over all its rounds; kept by the steps, read by the measures.
ALTER TABLE request
  ADD COLUMN sent_at        timestamptz,
  ADD COLUMN taken_on_at    timestamptz,
  ADD COLUMN done_at        timestamptz,
  ADD COLUMN heard_at       timestamptz,
  -- the latest word of the reporter, or of a call-back to them
  ADD COLUMN said_solved    boolean,
  ADD COLUMN said_satisfied boolean,
  -- kinds of clocks that ended met or missed, and those missed: 1 accept, 2 contact, 4 handle, 8 answer
  ADD COLUMN judged         smallint NOT NULL DEFAULT 0,
  ADD COLUMN late           smallint NOT NULL DEFAULT 0,
  ADD COLUMN not_reached    boolean NOT NULL DEFAULT false,
  ADD COLUMN returned       boolean NOT NULL DEFAULT false,
  -- a duplicate was merged into it
  ADD COLUMN absorbed       boolean NOT NULL DEFAULT false,
  ADD COLUMN on_the_spot    boolean NOT NULL DEFAULT false,
  -- the latest extension, pause or shelving that was approved: {"kind", "until", "reason", "by"}
  ADD COLUMN exempted_at    timestamptz,
  ADD COLUMN exemption      jsonb;

-- Requests that were there before: from their history, of every district.
ALTER TABLE request NO FORCE ROW LEVEL SECURITY;
ALTER TABLE request_event NO FORCE ROW LEVEL SECURITY;
ALTER TABLE request_rating NO FORCE ROW LEVEL SECURITY;
UPDATE request r SET
  sent_at = CASE WHEN r.kind = 'urgent' THEN r.created_at ELSE h.sent_at END,
  taken_on_at = h.taken_on_at, done_at = h.done_at,
  not_reached = coalesce(h.not_reached, false), returned = coalesce(h.returned, false), absorbed = coalesce(h.absorbed, false),
  on_the_spot = coalesce(h.done_by IN (r.reporter_person_id, r.helper_person_id) AND h.done_at <= r.created_at + interval '24 hours', false)
  FROM (SELECT e.tenant_id, e.request_id,
               min(e.at) FILTER (WHERE e.status IN ('dispatched', 'offered')) AS sent_at,
               min(e.at) FILTER (WHERE e.status = 'handling') AS taken_on_at,
               min(e.at) FILTER (WHERE e.action = 'finish') AS done_at,
               (array_agg(e.actor_person_id ORDER BY e.seq) FILTER (WHERE e.action = 'finish'))[1] AS done_by,
               bool_or(e.action = 'callBack' AND e.facts->>'reached' = 'false') AS not_reached,
               bool_or(e.action IN ('giveBack', 'dispute')) AS returned,
               bool_or(e.action = 'merged') AS absorbed
          FROM request_event e GROUP BY e.tenant_id, e.request_id) h
 WHERE h.tenant_id = r.tenant_id AND h.request_id = r.id;
UPDATE request r SET heard_at = g.heard_at, said_solved = g.said_solved, said_satisfied = g.said_satisfied
  FROM (SELECT tenant_id, request_id, min(at) AS heard_at,
               (array_agg(solved ORDER BY at DESC, round DESC))[1] AS said_solved,
               (array_agg(satisfied ORDER BY at DESC, round DESC))[1] AS said_satisfied
          FROM request_rating WHERE by <> 'joiner' GROUP BY tenant_id, request_id) g
 WHERE g.tenant_id = r.tenant_id AND g.request_id = r.id;
UPDATE request r SET judged = c.judged, late = c.late
  FROM (SELECT o.tenant_id, o.id, coalesce(bit_or(k.bit), 0) AS judged, coalesce(bit_or(k.bit) FILTER (WHERE c.clock->>'outcome' = 'missed'), 0) AS late
          FROM request o
         CROSS JOIN LATERAL (SELECT value AS clock FROM jsonb_each(o.clocks->'current')
                             UNION ALL SELECT value FROM jsonb_array_elements(o.clocks->'past')) c
          JOIN (VALUES ('accept', 1::smallint), ('contact', 2::smallint), ('handle', 4::smallint), ('answer', 8::smallint)) AS k (kind, bit)
            ON k.kind = c.clock->>'kind'
         WHERE c.clock->>'outcome' IN ('met', 'missed')
         GROUP BY o.tenant_id, o.id) c
 WHERE c.tenant_id = r.tenant_id AND c.id = r.id;
UPDATE request r SET exempted_at = x.at,
       exemption = jsonb_build_object('kind', x.facts->>'kind', 'until', x.facts->>'until', 'by', x.capacity,
                                      'reason', (SELECT a.note FROM request_event a
                                                  WHERE a.tenant_id = x.tenant_id AND a.request_id = x.request_id AND a.seq < x.seq
                                                    AND a.action IN ('askTime', 'askPause', 'askShelve') ORDER BY a.seq DESC LIMIT 1))
  FROM (SELECT DISTINCT ON (tenant_id, request_id) tenant_id, request_id, seq, at, capacity, facts
          FROM request_event WHERE action = 'grant' ORDER BY tenant_id, request_id, seq DESC) x
 WHERE x.tenant_id = r.tenant_id AND x.request_id = r.id;

ALTER TABLE request FORCE ROW LEVEL SECURITY;
ALTER TABLE request_event FORCE ROW LEVEL SECURITY;
ALTER TABLE request_rating FORCE ROW LEVEL SECURITY;

-- Differences that steps made, waiting to be added up. Only ever added to, so that steps never wait for each other here.
-- Where and under what the request stood, and what changed there: on which day, which measure or time (measures.ts), by how much.
CREATE TABLE figure_change (
  tenant_id       integer NOT NULL REFERENCES tenant (id),
  id              uuid NOT NULL,
  subdistrict_id  uuid,
  community_id    uuid,
  compound_id     uuid,
  grid_id         uuid,
  category_code   text NOT NULL,
  channel         text NOT NULL,
  organisation_id text NOT NULL,
  days            date[] NOT NULL,
  counted         text[] NOT NULL,
  deltas          smallint[] NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

-- Sums. A column per measure, null for none; the whole district stands under the nil id.
CREATE TABLE figure_cell (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  place_id   uuid NOT NULL,
  cut        text NOT NULL CHECK (cut IN ('all','category','channel','organisation')),
  key        text NOT NULL,
  grain      text NOT NULL CHECK (grain IN ('day','month')),
  from_on    date NOT NULL,
  received integer, sent integer, taken_on integer, done integer, heard integer, confirmed integer,
  accept_met integer, accept_late integer, contact_met integer, contact_late integer, repeated integer, urged integer,
  closed integer, solved integer, explained integer, not_ours integer, duplicate integer, withdrawn integer,
  handle_met integer, handle_late integer, by_reporter integer, by_call_back integer, by_silence integer, by_staff integer,
  asked integer, said_solved integer, said_satisfied integer, not_reached integer, reopened integer, returned integer, on_the_spot integer,
  exempted integer,
  -- how long the steps took: step and bucket in the upper bits, how many in the lower 22 (signed)
  times      integer[],
  PRIMARY KEY (tenant_id, place_id, cut, grain, from_on, key)
);
-- A day or month that is counted again, or let go of when it has become too old
CREATE INDEX figure_cell_by_day ON figure_cell (tenant_id, grain, from_on);

-- Two lists of times as one; each holds a step and bucket at most once. A number may be below zero while it is a difference.
CREATE FUNCTION add_times(a integer[], b integer[]) RETURNS integer[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT array_agg((slot << 22) + n ORDER BY slot)
    FROM (SELECT (e + 2097152) >> 22 AS slot, sum(((e + 2097152) & 4194303) - 2097152)::int AS n
            FROM unnest(a || b) AS e GROUP BY 1) s
   WHERE n <> 0
$$;

-- What the recounts found: differences stay here after they were put right
CREATE TABLE figure_check (
  tenant_id   integer NOT NULL REFERENCES tenant (id),
  id          uuid NOT NULL,
  at          timestamptz NOT NULL,
  on_day      date NOT NULL,
  counted     integer NOT NULL,
  differences text[] NOT NULL,
  repaired    boolean NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX figure_check_by_time ON figure_check (tenant_id, at);

-- The rows behind a figure, newest first, and recounts of a day
CREATE INDEX request_by_time ON request (tenant_id, created_at DESC, id DESC);
CREATE INDEX request_closed_community ON request (tenant_id, community_id, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX request_exempted ON request (tenant_id, exempted_at DESC, id DESC) WHERE exempted_at IS NOT NULL;

-- The rows behind what is seldom so: a year of a district has few of them, and all of the year would be read to find a page.
CREATE INDEX request_seldom_received ON request (tenant_id, created_at DESC, id DESC)
  WHERE joiner_count > 0 OR absorbed OR urge_count > 0 OR (late & 1) <> 0 OR (late & 2) <> 0;
CREATE INDEX request_seldom_closed ON request (tenant_id, closed_at DESC, id DESC)
  WHERE not_reached OR returned OR on_the_spot OR round > 1 OR (late & 4) <> 0 OR outcome <> 'solved' OR confirmed_by = 'silence';

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE figure_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_change FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_change_tenant ON figure_change USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, DELETE ON figure_change TO linli_app;
ALTER TABLE figure_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_cell FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_cell_tenant ON figure_cell USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE, DELETE ON figure_cell TO linli_app;
ALTER TABLE figure_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE figure_check FORCE ROW LEVEL SECURITY;
CREATE POLICY figure_check_tenant ON figure_check USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT, INSERT, UPDATE ON figure_check TO linli_app;
