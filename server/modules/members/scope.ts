/**
 * policy.ts as SQL, for lists: the members whom somebody keeps, by home or by organisation. Fixed fragments; values are
 * parameters. policy.test.ts compares what a list gives with `relationsTo`.
 */

/** Over `h` (home) and `l` (place of the organisation) of MEMBERS; `$2` are the paths that the reader's posts reach. */
export const KEPT = `EXISTS (SELECT 1 FROM unnest($2::text[]) AS reach (path)
                 WHERE (h.path >= reach.path AND h.path < reach.path || '~') OR (l.path >= reach.path AND l.path < reach.path || '~'))`

/** The member lives in the place of this path; null, which is false, without a home. */
export const LIVES_IN = `(h.path >= $3 AND h.path < $3 || '~')`
/** The relation is with an organisation in the place. */
export const RELATED_TO = `(l.path >= $3 AND l.path < $3 || '~')`
