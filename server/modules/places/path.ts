/**
 * A place's path names its ancestors: base-36 segments, each ending with a dot, one per level from the district down
 * (`0001.0003.`). What covers a place is found by equality with the prefixes of its path, each an index look-up; what lies
 * in it by a range. Source: docs/decisions/0002-one-schema.md, rule 6.
 */

/** The paths of the place itself and of everything above it, largest first. */
export function ancestorPaths(path: string): string[] {
  const segments = path.split('.').slice(0, -1)
  return segments.map((_, at) => `${segments.slice(0, at + 1).join('.')}.`)
}

export const covers = (outer: string, inner: string): boolean => inner.startsWith(outer)
