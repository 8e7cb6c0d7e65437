/** Small readings of PostgreSQL's syntax tree, as libpg-query gives it. */
import type * as sql from 'libpg-query'

/** Pairs that a condition makes equal, also element by element: (a.tenant_id, a.id) = (b.tenant_id, b.id). */
export function equalities(condition: sql.Node | undefined): [sql.Node, sql.Node][] {
  if (!condition) return []
  if ('BoolExpr' in condition)
    return condition.BoolExpr.boolop === 'AND_EXPR' ? (condition.BoolExpr.args ?? []).flatMap(equalities) : []
  if (!('A_Expr' in condition)) return []
  const { kind, name, lexpr, rexpr } = condition.A_Expr
  const operator = name?.[0]
  if (kind !== 'AEXPR_OP' || !operator || !('String' in operator) || operator.String.sval !== '=' || !lexpr || !rexpr)
    return []
  if (!('RowExpr' in lexpr) || !('RowExpr' in rexpr)) return [[lexpr, rexpr]]
  const right = rexpr.RowExpr.args ?? []
  return (lexpr.RowExpr.args ?? []).flatMap((left, i): [sql.Node, sql.Node][] => {
    const partner = right[i]
    return partner ? [[left, partner]] : []
  })
}

export const functionName = (call: sql.FuncCall) => {
  const last = call.funcname?.at(-1)
  return last && 'String' in last ? (last.String.sval ?? '') : ''
}

/** Calls back for each node below; 'done' keeps it from going inside. */
export function each(node: unknown, visit: (key: string, value: unknown) => 'done' | void) {
  if (Array.isArray(node)) for (const one of node) each(one, visit)
  else if (node && typeof node === 'object')
    for (const [key, value] of Object.entries(node)) if (visit(key, value) !== 'done') each(value, visit)
}
