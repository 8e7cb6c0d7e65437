/**
 * Is this statement safe to shard? Every level of it (CTE, subquery, EXISTS, LATERAL, join, each side of a UNION, the
 * target of a write) must tie each tenant table it names to the same "tenant_id = $n", directly or through tables of
 * the same or an outer level. A tie found only inside a subquery does not count for the level around it, nor the ON
 * of an outer join for the side it does not restrict.
 * Source: docs/decisions/0002-one-schema.md.
 *
 * Not seen: what a SQL function does inside, and SQL text that never runs in a test.
 */
import { loadModule, parseSync } from 'libpg-query'
import type * as sql from 'libpg-query'
import type { TableClass } from '#server/db/tables.ts'
import { lookUp, type Item, type Output, outputs, owned, renamed, type Scope, tieOf, union } from './scope.ts'
import { each, equalities, functionName } from './syntax.ts'
import { type Relation, type Tie, Ties } from './ties.ts'

/** Class of each table and view that statements may name. */
export type TableClasses = Readonly<Record<string, TableClass>>

/** A statement that begins with this may look over all tenants, and then only read. */
export const EVERY_TENANT = '/* every tenant */'

const HARMLESS = ['TransactionStmt', 'VariableSetStmt', 'VariableShowStmt', 'ListenStmt', 'UnlistenStmt', 'NotifyStmt']
/** Differ from one evaluation to the next, so Citus refuses them in an update; compute them in code. */
const VOLATILE = /^(random|gen_random_uuid|uuidv[47]|clock_timestamp|timeofday|nextval|setval)$/
const ACROSS_NODES = /^pg_(try_)?advisory/

await loadModule()

/** What is wrong with the statement, in words; empty when it is in order. */
export function statementFaults(text: string, classes: TableClasses): string[] {
  const statements = parseSync(text).stmts ?? []
  const everyTenant = text.trimStart().startsWith(EVERY_TENANT)
  return statements.flatMap(({ stmt }) => {
    if (!stmt) return ['empty statement']
    const [kind = ''] = Object.keys(stmt)
    if (HARMLESS.includes(kind)) return []
    if (everyTenant) return kind === 'SelectStmt' ? [] : ['a statement over every tenant may only read']
    return new Statement(classes).faultsOf(stmt)
  })
}

/** A view is in order when its tables hang together, and on the tenant_id that it shows to its reader. */
export function viewFaults(definition: string, classes: TableClasses): string[] {
  const stmt = parseSync(definition).stmts?.[0]?.stmt
  return stmt ? new Statement(classes).faultsOfView(stmt) : ['empty view']
}

class Statement {
  private readonly ties = new Ties()
  private readonly other: string[] = []
  private readonly classes: TableClasses

  constructor(classes: TableClasses) {
    this.classes = classes
  }

  faultsOf(stmt: sql.Node): string[] {
    this.query(stmt, undefined)
    return [...new Set([...this.other, ...this.ties.faults()])]
  }

  /** As if its reader had written: where tenant_id = $1. */
  faultsOfView(stmt: sql.Node): string[] {
    const key = lookUp(this.query(stmt, undefined))('tenant_id')
    const sides = key && 'branches' in key ? key.branches : [key]
    for (const side of sides) if (side && 'relation' in side) this.ties.link(side, { parameter: 1 })
    return [...new Set([...this.other, ...this.ties.faults(), ...(key ? [] : ['shows no tenant_id'])])]
  }

  private query(node: sql.Node, outer: Scope | undefined): Output[] {
    if ('SelectStmt' in node) return this.select(node.SelectStmt, outer)
    if ('InsertStmt' in node) return this.insert(node.InsertStmt, outer)
    if ('UpdateStmt' in node) return this.update(node.UpdateStmt, outer)
    if ('DeleteStmt' in node) return this.remove(node.DeleteStmt, outer)
    this.other.push(
      `${Object.keys(node)[0]?.replace('Stmt', '').toUpperCase()} is not among the statements of the application`,
    )
    return []
  }

  private select(stmt: sql.SelectStmt, outer: Scope | undefined): Output[] {
    const scope = this.open(stmt.withClause, outer)
    if (stmt.larg && stmt.rarg) {
      const left = this.select(stmt.larg, scope)
      return union(left, this.select(stmt.rarg, scope))
    }
    for (const item of stmt.fromClause ?? []) this.from(item, scope)
    this.restrict(stmt.whereClause, scope, owned(scope.items))
    const { targetList, whereClause, groupClause, havingClause, sortClause, limitCount, limitOffset, valuesLists } =
      stmt
    const { windowClause, distinctClause } = stmt
    this.inside([targetList, whereClause, groupClause, havingClause, sortClause, limitCount, limitOffset], scope)
    this.inside([valuesLists, windowClause, distinctClause], scope)
    return outputs(targetList, scope)
  }

  private insert(stmt: sql.InsertStmt, outer: Scope | undefined): Output[] {
    const scope = this.open(stmt.withClause, outer)
    const table = stmt.relation?.relname ?? ''
    const at = (stmt.cols ?? []).findIndex((column) => 'ResTarget' in column && column.ResTarget.name === 'tenant_id')
    const source = stmt.selectStmt && 'SelectStmt' in stmt.selectStmt ? stmt.selectStmt.SelectStmt : undefined
    const rows = (source?.valuesLists ?? []).map((row) => ('List' in row ? (row.List.items ?? []) : []))
    const selected = source && rows.length === 0 ? this.select(source, scope) : undefined
    this.inside(rows, scope)

    if (this.classOf(stmt.relation) === 'tenant') {
      const wrong = `insert into ${table} does not write the tenant`
      if (selected) this.ties.demand(at < 0 ? undefined : selected[at]?.tie, wrong)
      else for (const row of rows) this.ties.demand(at < 0 ? undefined : tieOf(row[at], scope), wrong)
      if (!source) this.other.push(wrong)
    }
    const alias = stmt.relation?.alias?.aliasname ?? table
    const written: Item = { alias, columns: () => undefined }
    const after: Scope = { ...scope, items: [written, { alias: 'excluded', columns: () => undefined }] }
    this.noVolatile(stmt.onConflictClause)
    this.inside([stmt.onConflictClause, stmt.returningClause], after)
    const key = at < 0 ? undefined : (selected?.[at]?.tie ?? tieOf(rows[0]?.[at], scope))
    written.columns = (name) => (name === 'tenant_id' ? key : undefined)
    return outputs(stmt.returningClause?.exprs, after)
  }

  private update(stmt: sql.UpdateStmt, outer: Scope | undefined): Output[] {
    const scope = this.open(stmt.withClause, outer)
    if (stmt.relation) this.from({ RangeVar: stmt.relation }, scope)
    for (const item of stmt.fromClause ?? []) this.from(item, scope)
    this.restrict(stmt.whereClause, scope, owned(scope.items))
    this.noVolatile(stmt.targetList)
    for (const target of stmt.targetList ?? [])
      if ('ResTarget' in target && target.ResTarget.name === 'tenant_id')
        this.other.push('a row never changes its tenant')
    this.inside([stmt.targetList, stmt.whereClause, stmt.returningClause], scope)
    return outputs(stmt.returningClause?.exprs, scope)
  }

  private remove(stmt: sql.DeleteStmt, outer: Scope | undefined): Output[] {
    const scope = this.open(stmt.withClause, outer)
    if (stmt.relation) this.from({ RangeVar: stmt.relation }, scope)
    for (const item of stmt.usingClause ?? []) this.from(item, scope)
    this.restrict(stmt.whereClause, scope, owned(scope.items))
    this.inside([stmt.whereClause, stmt.returningClause], scope)
    return outputs(stmt.returningClause?.exprs, scope)
  }

  private open(clause: sql.WithClause | undefined, outer: Scope | undefined): Scope {
    const scope: Scope = { items: [], ctes: new Map(outer?.ctes), outer }
    for (const node of clause?.ctes ?? []) {
      if (!('CommonTableExpr' in node) || !node.CommonTableExpr.ctequery) continue
      const { ctename = '', ctequery, aliascolnames } = node.CommonTableExpr
      const body = 'SelectStmt' in ctequery ? ctequery.SelectStmt : undefined
      if (clause?.recursive && body?.larg && body.rarg) {
        // By induction: the repeated side sees what the first side gives.
        const first = renamed(this.select(body.larg, this.open(body.withClause, scope)), aliascolnames)
        scope.ctes.set(ctename, first)
        scope.ctes.set(ctename, union(first, renamed(this.select(body.rarg, scope), aliascolnames)))
      } else scope.ctes.set(ctename, renamed(this.query(ctequery, scope), aliascolnames))
    }
    return scope
  }

  /** Puts a FROM item into the scope; returns what it added. */
  private from(node: sql.Node, scope: Scope): Item[] {
    if ('JoinExpr' in node) return this.join(node.JoinExpr, scope)
    const item = this.fromOne(node, scope)
    scope.items.push(item)
    return [item]
  }

  private fromOne(node: sql.Node, scope: Scope): Item {
    if ('RangeVar' in node) {
      const { relname = '', alias, schemaname } = node.RangeVar
      const name = alias?.aliasname ?? relname
      const cte = schemaname ? undefined : scope.ctes.get(relname)
      if (cte) return { alias: name, columns: lookUp(renamed(cte, alias?.colnames)) }
      if (this.classOf(node.RangeVar) !== 'tenant') return { alias: name, columns: () => undefined }
      const own = this.ties.add(relname, name)
      return { alias: name, own, columns: (column) => (column === 'tenant_id' ? own : undefined) }
    }
    if ('RangeSubselect' in node && node.RangeSubselect.subquery) {
      const { subquery, alias, lateral } = node.RangeSubselect
      const seen = lateral ? scope : { items: [], ctes: scope.ctes, outer: scope.outer }
      return { alias: alias?.aliasname ?? '', columns: lookUp(renamed(this.query(subquery, seen), alias?.colnames)) }
    }
    this.inside([node], scope)
    const alias = 'RangeFunction' in node ? node.RangeFunction.alias?.aliasname : undefined
    return { alias: alias ?? '', columns: () => undefined }
  }

  private join(join: sql.JoinExpr, scope: Scope): Item[] {
    const left = join.larg ? this.from(join.larg, scope) : []
    const right = join.rarg ? this.from(join.rarg, scope) : []
    if (join.isNatural) this.other.push('NATURAL JOIN hides its condition')
    const held = { JOIN_INNER: [...left, ...right], JOIN_LEFT: right, JOIN_RIGHT: left }[join.jointype as string] ?? []
    this.restrict(join.quals, scope, owned(held))
    this.inside([join.quals], scope)
    if (join.usingClause?.some((column) => 'String' in column && column.String.sval === 'tenant_id'))
      for (const a of left)
        for (const b of right) this.equal(a.columns('tenant_id'), b.columns('tenant_id'), owned(held))
    return [...left, ...right]
  }

  /** Records the equalities that must hold (those joined by AND); only the held relations are tied by them. */
  private restrict(condition: sql.Node | undefined, scope: Scope, held: readonly Relation[]) {
    for (const [left, right] of equalities(condition)) this.equal(tieOf(left, scope), tieOf(right, scope), held)
  }

  private equal(a: Tie | undefined, b: Tie | undefined, held: readonly Relation[]) {
    if (!a || !b) return
    for (const [tie, by] of [
      [a, b],
      [b, a],
    ] as const)
      if ('relation' in tie && held.includes(tie)) this.ties.link(tie, by)
  }

  /** Subqueries inside expressions are levels of their own. */
  private inside(nodes: unknown, scope: Scope) {
    each(nodes, (key, value) => {
      if (key === 'SubLink') {
        const { subselect, testexpr } = value as sql.SubLink
        if (subselect) this.query(subselect, scope)
        this.inside(testexpr, scope)
        return 'done'
      }
      if (key === 'FuncCall' && ACROSS_NODES.test(functionName(value as sql.FuncCall)))
        this.other.push('an advisory lock does not reach other nodes: lock a row')
    })
  }

  private noVolatile(nodes: unknown) {
    each(nodes, (key, value) => {
      const name = key === 'FuncCall' ? functionName(value as sql.FuncCall) : ''
      if (VOLATILE.test(name)) this.other.push(`${name}() in an update: compute it in code`)
    })
  }

  private classOf(table: sql.RangeVar | undefined): TableClass {
    const name = table?.relname ?? ''
    const system = /^(pg_catalog|information_schema)$/.test(table?.schemaname ?? '') || name.startsWith('pg_')
    const known = this.classes[name]
    if (!known && !system) this.other.push(`${name} is not a declared table`)
    return known ?? 'global'
  }
}
