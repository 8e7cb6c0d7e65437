/**
 * Cuts a SQL file into its statements: a migration runs them one a query (docs/decisions/0002-one-schema.md, rule 10).
 * Knows strings, quoted names, dollar quotes and comments, the only places where a semicolon is not an end.
 * Source: postgresql.org/docs/15, "Lexical Structure".
 */

/** The longest piece that starts here and may hide a semicolon; anything else is read letter by letter. */
const OPAQUE = [
  /--[^\n]*/y,
  /\be'(?:[^'\\]|\\.|'')*'/isy,
  /'(?:[^']|'')*'/y,
  /"(?:[^"]|"")*"/y,
  /(?<![\p{L}\p{N}_$])\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy, // opens a dollar quote; its end is looked up
]

/** Statements in order, without the closing semicolon; comments before a statement stay with it. */
export function splitStatements(sql: string): string[] {
  const statements: string[] = []
  let start = 0
  let isEmpty = true // nothing but blanks and comments so far
  const finish = (end: number) => {
    if (!isEmpty) statements.push(sql.slice(start, end).trim())
    start = end + 1
    isEmpty = true
  }
  for (let at = 0; at < sql.length;) {
    if (sql[at] === ';') {
      finish(at++)
      continue
    }
    const piece = pieceAt(sql, at)
    if (!/^(\s|--|\/\*)/.test(piece)) isEmpty = false
    at += piece.length
  }
  finish(sql.length)
  const atomic = statements.find((statement) => /\bbegin\s+atomic\b/i.test(statement))
  if (atomic) throw new Error(`Write this function's body between dollar quotes: ${atomic.slice(0, 60)}`)
  return statements
}

function pieceAt(sql: string, at: number): string {
  if (sql.startsWith('/*', at)) return sql.slice(at, endOfComment(sql, at))
  for (const pattern of OPAQUE) {
    pattern.lastIndex = at
    const found = pattern.exec(sql)?.[0]
    if (found?.startsWith('$')) return sql.slice(at, endOf(found, sql, at + found.length))
    if (found) return found
  }
  if (sql[at] === "'" || sql[at] === '"') throw new Error(`Never closed: ${sql.slice(at, at + 60)}`)
  return sql.charAt(at)
}

/** Comments nest. */
function endOfComment(sql: string, at: number): number {
  let depth = 0
  for (let i = at; i < sql.length; i++) {
    if (sql.startsWith('/*', i)) [depth, i] = [depth + 1, i + 1]
    else if (sql.startsWith('*/', i)) [depth, i] = [depth - 1, i + 1]
    if (depth === 0) return i + 1
  }
  throw new Error(`Never closed: ${sql.slice(at, at + 60)}`)
}

function endOf(quote: string, sql: string, from: number): number {
  const end = sql.indexOf(quote, from)
  if (end < 0) throw new Error(`Never closed: ${quote}${sql.slice(from, from + 60)}`)
  return end + quote.length
}
