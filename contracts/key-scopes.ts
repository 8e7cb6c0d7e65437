/**
 * What a key of another system may do. Few and plain: whoever gives one away sees at once what it opens.
 *
 * Read SCOPES as a table; an endpoint names the scope that opens it to keys (`key` of its contract), and what names none
 * stays closed to them. Source: docs/capabilities/keys.md.
 */
export const KEY_SCOPES = [
  'open311.write', // file requests by GeoReport v2, and say more about those
  'open311.media', // have the pictures behind a media_url fetched
  'requests.read', // read the work list and requests, as an auditor of the place does: nobody's name or number
  'places.read', // read places and grids
  'figures.read', // read figures
] as const
export type KeyScope = (typeof KEY_SCOPES)[number]
