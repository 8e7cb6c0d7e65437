-- Ten million requests: what has long been closed is kept as one packed file a request. Source: docs/decisions/0020-packed-files.md.

-- Events, assignments, ratings and clocks of one closed request; the bytes are those of server/modules/requests/packed/encode.ts.
CREATE TABLE request_file (
  tenant_id  integer NOT NULL REFERENCES tenant (id),
  request_id uuid NOT NULL,
  packed     bytea NOT NULL,
  PRIMARY KEY (tenant_id, request_id),
  FOREIGN KEY (tenant_id, request_id) REFERENCES request (tenant_id, id)
);
-- Deflated already.
ALTER TABLE request_file ALTER COLUMN packed SET STORAGE EXTERNAL;
-- A request without clocks is packed: they are in its file.
ALTER TABLE request ALTER COLUMN clocks DROP NOT NULL;
-- What may be packed next; holds no more than the closed of the last two months.
CREATE INDEX request_to_pack ON request (tenant_id, closed_at) WHERE closed_at IS NOT NULL AND clocks IS NOT NULL;
CREATE INDEX request_event_by_actor ON request_event (tenant_id, actor_person_id) WHERE actor_person_id IS NOT NULL;

-- Persons named in a file, except its reporter: the second byte says how many, each 16 bytes from the fourth.
CREATE FUNCTION file_people(packed bytea) RETURNS uuid[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ARRAY(SELECT encode(substring(packed FROM 4 + 16 * n FOR 16), 'hex')::uuid FROM generate_series(0, get_byte(packed, 1) - 1) n)
$$;
CREATE INDEX request_file_people ON request_file USING gin (file_people(packed));

-- History is only added to by the application. The four functions below are the only ways around that; each keeps to the tenant of
-- the transaction and, but for the last, loses nothing.

-- Moves what lies beside closed requests into their files.
CREATE FUNCTION pack_requests(ids uuid[], files bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO request_file (tenant_id, request_id, packed)
  SELECT r.tenant_id, r.id, f.packed
    FROM unnest(ids, files) AS f (id, packed)
    JOIN request r ON r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND r.id = f.id AND r.closed_at IS NOT NULL AND r.clocks IS NOT NULL;
  UPDATE request r SET clocks = NULL FROM request_file f
   WHERE r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND r.id = ANY (ids) AND f.tenant_id = r.tenant_id AND f.request_id = r.id;
  DELETE FROM request_event e USING request_file f
   WHERE e.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND e.request_id = ANY (ids) AND f.tenant_id = e.tenant_id AND f.request_id = e.request_id;
  DELETE FROM request_assignment a USING request_file f
   WHERE a.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND a.request_id = ANY (ids) AND f.tenant_id = a.tenant_id AND f.request_id = a.request_id;
  DELETE FROM request_rating g USING request_file f
   WHERE g.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND g.request_id = ANY (ids) AND f.tenant_id = g.tenant_id AND f.request_id = g.request_id;
$$;

-- Lays it out again, as rows; nothing happens to a request that has no file.
CREATE FUNCTION unpack_request(request uuid, history jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO request_event (tenant_id, request_id, seq, at, action, round, status, actor_person_id, capacity, note, internal, facts, clock_event)
  SELECT f.tenant_id, f.request_id, e.seq, e.at, e.action, e.round, e.status, e.actor_person_id, e.capacity, e.note, e.internal, e.facts, e.clock_event
    FROM request_file f CROSS JOIN jsonb_populate_recordset(NULL::request_event, history->'events') e
   WHERE f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND f.request_id = request;
  INSERT INTO request_assignment (tenant_id, id, request_id, round, part, organisation_id, post_id, name, task, state, due_at, called_at, reported_in_at, ended_at, end_reason)
  SELECT f.tenant_id, a.id, f.request_id, a.round, a.part, a.organisation_id, a.post_id, a.name, a.task, a.state, a.due_at, a.called_at, a.reported_in_at, a.ended_at, a.end_reason
    FROM request_file f CROSS JOIN jsonb_populate_recordset(NULL::request_assignment, history->'assignments') a
   WHERE f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND f.request_id = request;
  INSERT INTO request_rating (tenant_id, request_id, round, by, person_id, solved, satisfied, stars, note, at)
  SELECT f.tenant_id, f.request_id, g.round, g.by, g.person_id, g.solved, g.satisfied, g.stars, g.note, g.at
    FROM request_file f CROSS JOIN jsonb_populate_recordset(NULL::request_rating, history->'ratings') g
   WHERE f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND f.request_id = request;
  UPDATE request r SET clocks = history->'clocks' FROM request_file f
   WHERE r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND r.id = request AND f.tenant_id = r.tenant_id AND f.request_id = r.id;
  DELETE FROM request_file WHERE tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND request_id = request;
$$;

-- Packed requests that a person reported or took part in. Array operators are not leakproof, so only here the index serves.
CREATE FUNCTION files_naming(person uuid, after uuid, most integer) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT n.id FROM (
    SELECT f.request_id AS id FROM request_file f
     WHERE f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND file_people(f.packed) @> ARRAY[person]
     UNION
    SELECT r.id FROM request r
     WHERE r.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND r.reporter_person_id = person AND r.closed_at IS NOT NULL AND r.clocks IS NULL) n
   WHERE n.id > after ORDER BY n.id LIMIT most
$$;

-- The same requests with words taken out, when a person is erased.
CREATE FUNCTION replace_files(ids uuid[], files bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE request_file f SET packed = n.packed FROM unnest(ids, files) AS n (id, packed)
   WHERE f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND f.request_id = n.id;
$$;

REVOKE ALL ON FUNCTION pack_requests(uuid[], bytea[]), unpack_request(uuid, jsonb), files_naming(uuid, uuid, integer), replace_files(uuid[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION pack_requests(uuid[], bytea[]), unpack_request(uuid, jsonb), files_naming(uuid, uuid, integer), replace_files(uuid[], bytea[]) TO linli_app;

-- Words in closed requests: pairs of characters, since Chinese has no spaces and its words are two characters long, and
-- row security lets no text operator read an index. Source: docs/decisions/0021-words-in-closed-requests.md.

-- Capitals, full width and other ways of writing the same letter are one.
CREATE FUNCTION folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT lower(normalize(words, NFKC)) $$;

-- What a closed request is looked through for. The line's end stands between, so that no pair reaches over it.
CREATE FUNCTION words_of_request(title text, words text, place_name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN folded(title || chr(10) || words || chr(10) || place_name);

-- Thirty days of closing, counted from 1970: the newest are looked through first.
CREATE FUNCTION closing_period(closed_at timestamptz) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT floor(extract(epoch FROM closed_at AT TIME ZONE 'UTC') / 2592000)::int $$;

-- Subdistrict and period in one number; a search reads the shelves it needs and no others.
CREATE FUNCTION closing_shelf(subdistrict_id uuid, period integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((coalesce(('x' || right(subdistrict_id::text, 7))::bit(28)::int, 0)::bigint * 31 + period) * 48271 % 2147483647)::int
$$;

-- Numbers for the pairs of letters and digits in folded words, on one shelf. Two pairs may share a number: the words decide.
CREATE FUNCTION word_pairs(folded_words text, shelf integer) RETURNS integer[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  pairs integer[] := '{}';
  before integer := 0;
  code integer;
  letter text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(folded_words, NULL) LOOP
    code := ascii(letter);
    IF code BETWEEN 48 AND 57 OR code BETWEEN 97 AND 122 OR (code > 160 AND NOT code BETWEEN 8192 AND 12351) THEN
      IF before > 0 THEN
        pairs := pairs || (((before * 2097152::bigint + code) % 2147483647 * 48271 + shelf) % 2147483647)::int;
      END IF;
      before := code;
    ELSE
      before := 0;
    END IF;
  END LOOP;
  RETURN pairs;
END
$$;

-- Only what is closed: creating a request costs nothing, and what is open is few.
CREATE INDEX request_words ON request USING gin (
  word_pairs(words_of_request(title, text, place_name), closing_shelf(subdistrict_id, closing_period(closed_at)))) WHERE closed_at IS NOT NULL;

-- Ids of requests that were closed in these periods, hold every one of the words, and lie in one of the areas (anywhere when null). What
-- the reader may see of them, the caller asks of the rows themselves. None for words that hold no pair.
-- The planner cannot know how rare a pair is; whatever it is, another index than that of the pairs is never better.
CREATE FUNCTION closed_with(words text[], areas uuid[], from_period integer, to_period integer) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off SET enable_indexscan = off AS $$
  WITH shelves AS MATERIALIZED (
         SELECT word_pairs(folded(array_to_string(words, chr(10))), closing_shelf(s.id, p)) AS pairs
           FROM generate_series(from_period, to_period) p
          CROSS JOIN (SELECT NULL::uuid AS id
                       UNION ALL
                      SELECT d.id FROM place d
                       WHERE d.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND d.level = 'subdistrict'
                         AND (areas IS NULL OR EXISTS (
                               SELECT 1 FROM place a
                                WHERE a.tenant_id = d.tenant_id AND a.id = ANY (areas) AND a.path >= d.path AND a.path < d.path || '~'))) s),
       wanted AS MATERIALIZED (
         SELECT ARRAY(SELECT '%' || regexp_replace(folded(w), '([%_\\])', '\\\1', 'g') || '%' FROM unnest(words) w) AS patterns)
  SELECT r.id
    FROM shelves
   CROSS JOIN wanted
   CROSS JOIN LATERAL (
         SELECT o.id FROM request o
          WHERE o.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int AND o.closed_at IS NOT NULL
            AND word_pairs(words_of_request(o.title, o.text, o.place_name), closing_shelf(o.subdistrict_id, closing_period(o.closed_at))) @> shelves.pairs
            AND (areas IS NULL OR o.subdistrict_id = ANY (areas) OR o.community_id = ANY (areas) OR o.compound_id = ANY (areas)
                 OR o.grid_id = ANY (areas) OR o.building_id = ANY (areas) OR o.place_id = ANY (areas))
            AND (o.title || chr(10) || o.text || chr(10) || o.place_name LIKE ALL (wanted.patterns)
                 OR words_of_request(o.title, o.text, o.place_name) LIKE ALL (wanted.patterns))
            AND closing_period(o.closed_at) BETWEEN from_period AND to_period) r
   WHERE cardinality(shelves.pairs) > 0
$$;
REVOKE ALL ON FUNCTION closed_with(text[], uuid[], integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION closed_with(text[], uuid[], integer, integer) TO linli_app;

-- Row security of what is made above: docs/decisions/0002-one-schema.md, rule 6.
ALTER TABLE request_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE request_file FORCE ROW LEVEL SECURITY;
CREATE POLICY request_file_tenant ON request_file USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::int));
GRANT SELECT ON request_file TO linli_app;
