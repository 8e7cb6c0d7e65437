/** What names mean at one level of a statement: which table's tenant_id a column is, through aliases, CTEs and unions. */
import type * as sql from 'libpg-query'
import type { Relation, Tie } from './ties.ts'

export type Columns = (name: string) => Tie | undefined
export type Item = { alias: string; columns: Columns; own?: Relation }
export type Output = { name?: string | undefined; tie?: Tie | undefined; star?: readonly Item[] }
export type Scope = { items: Item[]; ctes: Map<string, Output[]>; outer?: Scope | undefined }

export const owned = (items: readonly Item[]) => items.flatMap((item) => item.own ?? [])

export function tieOf(node: sql.Node | undefined, scope: Scope): Tie | undefined {
  if (!node) return undefined
  if ('ParamRef' in node) return { parameter: node.ParamRef.number ?? 0 }
  if ('TypeCast' in node) return tieOf(node.TypeCast.arg, scope)
  if (!('ColumnRef' in node)) return undefined
  const names = (node.ColumnRef.fields ?? []).map((field) => ('String' in field ? (field.String.sval ?? '') : '*'))
  const column = names.at(-1) ?? ''
  const alias = names.at(-2)
  for (let level: Scope | undefined = scope; level; level = level.outer) {
    if (alias !== undefined) {
      const item = level.items.find((candidate) => candidate.alias === alias)
      if (item) return item.columns(column)
    } else for (const item of level.items) if (item.columns(column)) return item.columns(column)
  }
  return undefined
}

export function outputs(targets: readonly sql.Node[] | undefined, scope: Scope): Output[] {
  return (targets ?? []).map((node): Output => {
    if (!('ResTarget' in node)) return {}
    const { name, val } = node.ResTarget
    if (!val || !('ColumnRef' in val)) return { name, tie: tieOf(val, scope) }
    const fields = val.ColumnRef.fields ?? []
    const last = fields.at(-1)
    const first = fields.at(-2)
    if (last && 'String' in last) return { name: name ?? last.String.sval, tie: tieOf(val, scope) }
    const of = first && 'String' in first ? first.String.sval : undefined
    return { star: scope.items.filter((item) => of === undefined || item.alias === of) }
  })
}

export const lookUp =
  (columns: readonly Output[]): Columns =>
  (name) => {
    const named = columns.find((column) => column.name === name)
    if (named) return named.tie
    const stars = columns.flatMap((column) => column.star ?? [])
    return stars.map((item) => item.columns(name)).find((tie) => tie !== undefined)
  }

export const renamed = (columns: Output[], names: readonly sql.Node[] | undefined): Output[] =>
  names?.length
    ? names.map((name, i) => ({ name: 'String' in name ? name.String.sval : undefined, tie: columns[i]?.tie }))
    : columns

/** A column of a UNION is the tenant when it is so on each side. */
export function union(left: readonly Output[], right: readonly Output[]): Output[] {
  return left.map((column, i) => {
    const name = column.star ? 'tenant_id' : column.name
    const a = column.star ? lookUp(left)('tenant_id') : column.tie
    const b = column.star || right[i]?.star ? lookUp(right)('tenant_id') : right[i]?.tie
    return { name, tie: a && b && { branches: [a, b] } }
  })
}
