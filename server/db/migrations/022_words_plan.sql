-- closed_with, one shelf after the other. As one statement over all shelves the planner took several dozen look-ups for dearer
-- than reading every closed request; and since PostgreSQL 18 a statement inside a function of SQL is planned once for all values
-- where the session asks for that, as the application does. A shelf alone is always read by its pairs, whatever its values.
-- Source: docs/decisions/0021-words-in-closed-requests.md.

-- Ids of requests that were closed in these periods, hold every one of the words, and lie in one of the areas (anywhere when null). What
-- the reader may see of them, the caller asks of the rows themselves. None for words that hold no pair.
CREATE OR REPLACE FUNCTION closed_with(words text[], areas uuid[], from_period integer, to_period integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET enable_seqscan = off SET enable_indexscan = off SET max_parallel_workers_per_gather = 0 AS $$
#variable_conflict use_column
DECLARE
  tenant CONSTANT integer := nullif(current_setting('app.tenant_id', true), '')::int;
  sought CONSTANT text := folded(array_to_string(words, chr(10)));
  patterns CONSTANT text[] := ARRAY(SELECT '%' || regexp_replace(folded(w), '([%_\\])', '\\\1', 'g') || '%' FROM unnest(words) w);
  -- of the areas' subdistricts, and of what lies in none
  subdistricts CONSTANT uuid[] := NULL::uuid || ARRAY(
    SELECT d.id FROM place d
     WHERE d.tenant_id = tenant AND d.level = 'subdistrict'
       AND (areas IS NULL OR EXISTS (
             SELECT 1 FROM place a WHERE a.tenant_id = tenant AND a.id = ANY (areas) AND a.path >= d.path AND a.path < d.path || '~')));
  subdistrict uuid;
  pairs integer[];
BEGIN
  FOR period IN from_period..to_period LOOP
    FOREACH subdistrict IN ARRAY subdistricts LOOP
      pairs := word_pairs(sought, closing_shelf(subdistrict, period));
      EXIT WHEN cardinality(pairs) = 0;
      RETURN QUERY
        SELECT o.id FROM request o
         WHERE o.tenant_id = tenant AND o.closed_at IS NOT NULL
           AND word_pairs(words_of_request(o.title, o.text, o.place_name), closing_shelf(o.subdistrict_id, closing_period(o.closed_at))) @> pairs
           AND (areas IS NULL OR o.subdistrict_id = ANY (areas) OR o.community_id = ANY (areas) OR o.compound_id = ANY (areas)
                OR o.grid_id = ANY (areas) OR o.building_id = ANY (areas) OR o.place_id = ANY (areas))
           AND (o.title || chr(10) || o.text || chr(10) || o.place_name LIKE ALL (patterns)
                OR words_of_request(o.title, o.text, o.place_name) LIKE ALL (patterns))
           AND closing_period(o.closed_at) = period;
    END LOOP;
  END LOOP;
END
$$;
