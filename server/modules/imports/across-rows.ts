/**
 * What only shows when rows are laid beside each other: one person in several, one number for two people, a home with two
 * areas, owners that stand on another sheet. Pure; identity numbers are compared here and go no further.
 * Source: docs/capabilities/imports.md, "People".
 */
import type { ImportKind } from '#contracts/imports.ts'
import { doorKey } from './home-of-row.ts'
import type { RawRow } from './read-row.ts'
import { problem, stateOf, type ReadRow } from './types.ts'
import { isFiller, plainIdentity } from './values/identity.ts'

/** What others lean on comes first. */
const ORDER: readonly ImportKind[] = [
  'buildings',
  'homes',
  'owners',
  'residents',
  'roster',
  'organisations',
  'posts',
  'members',
]
const PEOPLE: readonly ImportKind[] = ['owners', 'residents', 'posts', 'members']

export function layTogether(raw: readonly RawRow[]): ReadRow[] {
  const joined = joinRoster(raw)
  const ordered = joined.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
  const rows = ordered.map((row, seq): Numbered => ({ ...row, seq: seq + 1, firsts: [] }))
  findPeople(rows)
  compareHomes(rows)
  markFirsts(rows)
  return rows.map(({ identity: _gone, ...row }) => row)
}

const isLive = (row: { problems: ReadRow['problems'] }) => stateOf(row.problems) !== 'skipped'
const columnOf = (row: RawRow, field: string) => row.cells.find((cell) => cell.field === field)?.column ?? null
const keyOfHome = ({ values }: RawRow) =>
  `${doorKey(String(values.compound ?? ''), values as { building?: string })}|${values.unitCode ?? ''}` // its door is three texts

/** Owners by number get their names from the roster; family and tenants of an owner live where the owner's one home is. */
function joinRoster(raw: readonly RawRow[]): RawRow[] {
  const roster = new Map<string, RawRow>()
  const result: RawRow[] = []
  const refused = new Map<RawRow, RawRow>()
  for (const row of raw) {
    const ref = row.values.personRef
    if (row.kind !== 'roster' || ref === undefined || !isLive(row)) continue
    const role = row.values.personRole ?? 'owner'
    if (role !== 'owner') continue
    const first = roster.get(String(ref))
    if (first)
      refused.set(row, {
        ...row,
        problems: [
          ...row.problems,
          problem('ref_repeated', columnOf(row, 'personRef'), { text: String(ref), row: first.rowNumber }),
        ],
      })
    else roster.set(String(ref), row)
  }
  const homes = new Map<string, RawRow[]>()
  for (const row of raw) {
    if (row.kind !== 'owners' || row.values.personRef === undefined) continue
    const ref = String(row.values.personRef)
    homes.set(ref, [...(homes.get(ref) ?? []), row])
  }
  for (const row of raw) {
    const ref = row.values.personRef === undefined ? undefined : String(row.values.personRef)
    if (row.kind === 'owners' && ref !== undefined && row.values.name === undefined && isLive(row))
      result.push(withOwner(row, roster.get(ref), ref))
    else if (row.kind === 'roster' && isLive(row))
      result.push(fromRoster(refused.get(row) ?? row, homes.get(ref ?? '') ?? []))
    else result.push(row)
  }
  return result
}

function withOwner(row: RawRow, owner: RawRow | undefined, ref: string): RawRow {
  if (!owner || owner.values.name === undefined)
    return { ...row, problems: [...row.problems, problem('ref_unknown', columnOf(row, 'personRef'), { text: ref })] }
  const { name, phone } = owner.values
  return {
    ...row,
    values: { ...row.values, name, ...(phone !== undefined && { phone }) },
    ...(owner.identity && { identity: owner.identity }),
  }
}

function fromRoster(row: RawRow, homes: readonly RawRow[]): RawRow {
  const role = row.values.personRole ?? 'owner'
  const note = (code: 'ref_used' | 'ref_unused' | 'role_not_kept') => ({
    ...row,
    problems: [...row.problems, problem(code, null)],
  })
  if (role === 'temporary') return note('role_not_kept')
  const [home, another] = homes.filter(({ values }) => values.room !== undefined)
  if (role === 'owner') return note(homes.length > 0 ? 'ref_used' : 'ref_unused')
  if (!home || another) return note('ref_unused')
  const { compound, building, entrance, room } = home.values
  const { personRef: _ref, personRole: _role, ...own } = row.values
  const door = { ...(compound !== undefined && { compound }), building, entrance, room }
  return { ...row, kind: 'residents', values: { ...own, ...door, ...(role === 'tenant' && { holds: 'tenant' }) } }
}

type Numbered = RawRow & { seq: number; firsts: ReadRow['firsts'] }

function findPeople(rows: readonly Numbered[]) {
  const people = rows.filter((row) => PEOPLE.includes(row.kind) && row.values.name !== undefined && isLive(row))
  const namesOf = new Map<string, Set<string>>()
  for (const { values } of people)
    if (values.phone !== undefined)
      namesOf.set(String(values.phone), (namesOf.get(String(values.phone)) ?? new Set()).add(String(values.name)))

  const byKey = new Map<string, Numbered>()
  const byPhone = new Map<string, Numbered>()
  const byIdentity = new Map<string, Numbered>()
  const byName = new Map<string, Numbered>()
  for (const row of people) {
    const name = String(row.values.name)
    const identity = row.identity && !isFiller(row.identity) ? plainIdentity(row.identity) : undefined
    settlePhone(row, namesOf, byPhone, name)
    const keys = keysOf(row, name, identity)
    const known = keys.map((key) => byKey.get(key)).find((one) => one !== undefined)
    if (known) row.sameAs = known.sameAs ?? known.seq
    for (const key of keys) if (!byKey.has(key)) byKey.set(key, row)
    if (identity) {
      const other = byIdentity.get(identity)
      if (other && String(other.values.name) !== name)
        row.problems.push(problem('identity_shared', columnOf(row, 'identity'), { row: other.rowNumber }))
      if (!other) byIdentity.set(identity, row)
    }
    const namesake = byName.get(name)
    const unsure = namesake && (row.values.phone === undefined || namesake.values.phone === undefined)
    if (!known && unsure) row.problems.push(problem('same_name', columnOf(row, 'name'), { row: namesake.rowNumber }))
    if (!namesake) byName.set(name, row)
    if (!known) row.firsts.push('person')
  }
}

/** So many names on one number that it was written because the cell may not stay empty. */
const FILLER_FROM = 3

function settlePhone(
  row: Numbered,
  namesOf: ReadonlyMap<string, Set<string>>,
  byPhone: Map<string, Numbered>,
  name: string,
) {
  if (row.values.phone === undefined) return
  const phone = String(row.values.phone)
  const holder = byPhone.get(phone)
  if ((namesOf.get(phone)?.size ?? 0) >= FILLER_FROM) {
    delete row.values.phone
    row.problems.push(problem('phone_placeholder', columnOf(row, 'phone')))
  } else if (holder && String(holder.values.name) !== name) {
    delete row.values.phone
    row.problems.push(problem('phone_shared', columnOf(row, 'phone'), { row: holder.rowNumber }))
  } else if (!holder) byPhone.set(phone, row)
}

/** Any of these in common: the same person. A name alone never is. */
function keysOf(row: Numbered, name: string, identity: string | undefined): string[] {
  const { phone, personRef, room } = row.values
  return [
    ...(phone === undefined ? [] : [`p/${phone}/${name}`]),
    ...(identity === undefined ? [] : [`i/${identity}/${name}`]),
    ...(personRef === undefined ? [] : [`r/${personRef}/${name}`]),
    ...(room === undefined ? [] : [`h/${keyOfHome(row)}/${name}`]),
  ]
}

/** The same line twice is entered once; a home has one area. */
function compareHomes(rows: readonly Numbered[]) {
  const seen = new Map<string, Numbered>()
  const areas = new Map<string, Numbered>()
  for (const row of rows) {
    if (!isLive(row) || row.kind === 'roster') continue
    const { name = '', area, postKind = '', postTitle = '', organisation = '' } = row.values
    const key = [row.kind, keyOfHome(row), name, postKind, postTitle, organisation, row.values.phone ?? ''].join('/')
    const first = seen.get(key)
    const differs = area !== undefined && areas.get(keyOfHome(row))
    if (differs && differs.values.area !== area && row.kind === 'owners')
      row.problems.push(problem('area_differs', columnOf(row, 'area'), { row: differs.rowNumber }))
    else if (first && stateOf(first.problems) !== 'bad')
      row.problems.push(problem('same_row', null, { row: first.rowNumber }))
    if (!first) seen.set(key, row)
    if (area !== undefined && !differs) areas.set(keyOfHome(row), row)
  }
}

function markFirsts(rows: readonly Numbered[]) {
  const seen = new Set<string>()
  const mark = (row: Numbered, what: 'building' | 'entrance' | 'home', key: string) => {
    if (seen.has(`${what}/${key}`)) return
    seen.add(`${what}/${key}`)
    row.firsts.push(what)
  }
  for (const row of rows) {
    const state = stateOf(row.problems)
    const { compound = '', building, entrance, room } = row.values
    if (state === 'skipped' || state === 'bad' || typeof building !== 'string') continue
    const within = { building, ...(typeof entrance === 'string' && { entrance }) }
    mark(row, 'building', doorKey(String(compound), { building }))
    if (typeof entrance === 'string') mark(row, 'entrance', doorKey(String(compound), within))
    if (typeof room === 'string') mark(row, 'home', doorKey(String(compound), { ...within, room }))
  }
}
