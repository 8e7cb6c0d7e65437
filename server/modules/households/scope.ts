/** policy.ts as SQL: homes `l` over which one of the paths in parameter $2 lies. policy.test.ts compares the two. */
export const VISIBLE = `EXISTS (SELECT 1 FROM unnest($2::text[]) AS s (path) WHERE l.path >= s.path AND l.path < s.path || '~')`
