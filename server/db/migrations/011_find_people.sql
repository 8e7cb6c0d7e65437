-- Finding people by name, pinyin, initials or the end of a number at a million people, without storing any of these:
-- truncated HMACs under the tenant's key. Source: docs/decisions/0013-finding-people.md.
ALTER TABLE person ADD COLUMN search_tokens bigint[] NOT NULL DEFAULT '{}';
-- Arrays are not leakproof, so row security keeps this index from serving a plain query; search_people() below may use it.
CREATE INDEX person_by_token ON person USING gin (search_tokens);

-- Ids of people who carry the token and live, or hold a post, below one of these paths (all of them where the reach is the whole
-- district); the tenant is the transaction's.
CREATE FUNCTION search_people(wanted bigint, paths text[], whole boolean, today date, most integer) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id
    FROM person p
    LEFT JOIN place h ON h.tenant_id = p.tenant_id AND h.id = p.home_place_id
   WHERE p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::int
     AND p.search_tokens @> ARRAY[wanted] AND p.erased_at IS NULL
     AND (whole
          OR EXISTS (SELECT 1 FROM unnest(paths) AS s (path) WHERE h.path >= s.path AND h.path < s.path || '~')
          OR EXISTS (SELECT 1 FROM post_term t
                       JOIN post o ON o.tenant_id = t.tenant_id AND o.id = t.post_id
                       JOIN place l ON l.tenant_id = o.tenant_id AND l.id = o.place_id
                       JOIN unnest(paths) AS s (path) ON l.path >= s.path AND l.path < s.path || '~'
                      WHERE t.tenant_id = p.tenant_id AND t.person_id = p.id AND t.from_on <= today AND (t.to_on IS NULL OR t.to_on >= today)))
   LIMIT most
$$;
REVOKE ALL ON FUNCTION search_people(bigint, text[], boolean, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_people(bigint, text[], boolean, date, integer) TO linli_app;
