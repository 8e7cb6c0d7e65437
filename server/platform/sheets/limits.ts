/**
 * What a spreadsheet may be at most. A file is judged by its list of contents before anything in it is unpacked.
 * Source: OWASP ASVS 5.0, 5.2.1 to 5.2.3; docs/decisions/0015-reading-sheets.md.
 */
export const SHEET_LIMITS = {
  /** 50,000 rows of twenty columns are some 5 MB packed. */
  bytes: 10_000_000,
  inflatedBytes: 50_000_000,
  /** Text of a ledger packs to a tenth, columns that repeat to a fortieth. */
  ratio: 100,
  entries: 200,
  /** Data, with a few lines above it for a title and the header. */
  rows: 50_050,
  columns: 200,
  sheets: 30,
  /** Excel's own bound. Source: "Excel specifications and limits", characters in a cell. */
  cellCharacters: 32_767,
} as const
