/** Rows about organisations, posts and members: some hundreds, each through the rules of its own register. */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { ProblemCode } from '#contracts/import-problems.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'
import { enterMembers } from '#modules/members/index.ts'
import { addOrganisation, addPost, appointTo, organisationsNamed, postsAt } from '#modules/people/index.ts'
import { covers } from '#modules/places/index.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import { AppError } from '#platform/errors.ts'
import { settlePeople, type Entering, type Outcome } from './enter-places.ts'
import type { Effect, RowFound } from './queries.ts'
import { problem } from './types.ts'
import { FORM_WORDS, ORGANISATION_WORDS, POST_WORDS, readWord } from './values/words.ts'
import { gridOf, spotOf, type Spot } from './where.ts'

const said = (value: RowFound['values']['name']) => (value === undefined ? undefined : String(value))

/** What a register's own rule refuses, in the words of an import. The checks come before any write, so the rest goes on. */
const REFUSALS: Partial<Record<string, ProblemCode>> = {
  organisation_place_wrong: 'organisation_place',
  organisation_form_wrong: 'organisation_place',
  organisation_parent_wrong: 'parent_wrong',
  post_already_held: 'post_held',
  term_dates_wrong: 'term_dates',
  instructor_full: 'instructor_full',
}

function refused(outcome: Outcome, error: unknown): undefined {
  if (!(error instanceof AppError)) throw error
  outcome.problem = problem(REFUSALS[error.code] ?? 'changed_meanwhile', null)
}

/** The place that a row is over: its building, its grid, its compound, or the place that was chosen. */
async function placeOver({ ground }: Entering, row: RowFound): Promise<{ id: string; path: string } | undefined> {
  const { compound, building, grid } = row.values
  if (compound === undefined && building === undefined && grid === undefined) return ground.scope
  const spot = await spotOf(ground, row)
  if ('code' in spot) return undefined
  if (spot.found.buildingId) return ground.tree.byId.get(spot.found.buildingId)
  if (building !== undefined) return undefined
  return grid === undefined ? spot.compound : gridOf(ground, spot.compound, String(grid))
}

export async function enterOrganisations(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  const { tx, now } = entering
  const outcomes = rows.map(({ seq }): Outcome => ({ seq, effects: [] }))
  const names = rows.flatMap(({ values }) =>
    [said(values.organisation), said(values.parent)].flatMap((name) => name ?? []),
  )
  const ids = new Map((await organisationsNamed(tx, names, shanghaiToday(now))).map(({ name, id }) => [name, id]))
  // A parent may stand further down in the file: go round until nothing more can be founded.
  for (let waiting = [...rows.entries()]; waiting.length > 0;) {
    const later: typeof waiting = []
    for (const [at, row] of waiting) {
      const [outcome, name = '', parent] = [outcomes[at], said(row.values.organisation), said(row.values.parent)]
      if (!outcome) continue
      if (ids.has(name)) outcome.problem = problem('organisation_there', null)
      else if (parent !== undefined && !ids.has(parent)) later.push([at, row])
      else {
        const id = await found(entering, row, name, parent === undefined ? null : (ids.get(parent) ?? null), outcome)
        if (id) ids.set(name, id)
      }
    }
    if (later.length === waiting.length) {
      for (const [at, row] of later) {
        const outcome = outcomes[at]
        if (outcome) outcome.problem = problem('organisation_unknown', null, { text: said(row.values.parent) ?? '' })
      }
      break
    }
    waiting = later
  }
  return outcomes
}

async function found(entering: Entering, row: RowFound, name: string, parentId: string | null, outcome: Outcome) {
  const place = await placeOver(entering, row)
  const kind = (said(row.values.organisationKind) ?? readWord(ORGANISATION_WORDS, name)) as OrganisationKind | undefined // read by ORGANISATION_WORDS
  if (!place || !kind) {
    outcome.problem = place ? problem('organisation_kind', null) : problem('changed_meanwhile', null)
    return undefined
  }
  const words = row.cells.find(({ field }) => field === 'organisationKind')?.text ?? ''
  const form: OrganisationForm | null =
    kind === 'partyOrganisation' ? (readWord(FORM_WORDS, words) ?? readWord(FORM_WORDS, name) ?? 'branch') : null
  const { dutyPhone, foundedOn, termEndsOn, duties } = row.values
  const given = {
    kind,
    form,
    name,
    placeId: place.id,
    parentId,
    dutyPhone: said(dutyPhone) ?? null,
    foundedOn: said(foundedOn) ?? null,
    termEndsOn: said(termEndsOn) ?? null,
    duties: said(duties) ?? '',
  }
  const id = await addOrganisation(entering.tx, given, entering.now).then((one) => one, (error: unknown) => refused(outcome, error)) // prettier-ignore
  if (id) outcome.effects.push({ table: 'organisation', id })
  return id
}

export async function enterPosts(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  const { tx, services, now, mayAppoint } = entering
  const on = shanghaiToday(now)
  const outcomes = rows.map(({ seq }): Outcome => ({ seq, effects: [] }))
  const organisations = await organisationsNamed(
    tx,
    rows.flatMap(({ values }) => said(values.organisation) ?? []),
    on,
  )
  await settlePeople(entering, rows, outcomes, new Map())
  for (const [at, row] of rows.entries()) {
    const outcome = outcomes[at]
    if (!outcome || outcome.problem) continue
    const kind = row.values.postKind as PostKind // read by POST_WORDS
    const place = await placeOver(entering, row)
    if (!place || !mayAppoint.includes(kind)) {
      outcome.problem = problem(place ? 'post_above' : 'changed_meanwhile', null)
      continue
    }
    const name = said(row.values.organisation)
    const organisationId = name === undefined ? null : (organisations.find((one) => one.name === name && covers(entering.ground.scope.path, one.placePath))?.id ?? organisations.find((one) => one.name === name)?.id ?? null) // prettier-ignore
    const title = said(row.values.postTitle) ?? titleOf(row, kind)
    const there = (await postsAt(tx, [place.id], on)).find(
      (post) => post.kind === kind && post.title === title && post.organisationId === organisationId,
    )
    const effects: Effect[] = []
    const postId = there?.id ?? (await addPost(tx, { kind, title, placeId: place.id, organisationId }, now))
    if (!there) effects.push({ table: 'post', id: postId })
    if (outcome.personId) {
      const { fromOn, toOn, standsAs } = row.values
      const given = { postId, personId: outcome.personId, fromOn: said(fromOn) ?? on, toOn: said(toOn) ?? null, standsAs: standsAs === 'deputy' ? ('deputy' as const) : ('holder' as const) } // prettier-ignore
      const term = await appointTo(tx, given, now).then((one) => one, (error: unknown) => refused(outcome, error)) // prettier-ignore
      if (term) effects.push({ table: 'post_term', id: term.termId })
      services.forgetActors(tx.tenantId, outcome.personId)
    }
    outcome.effects.push(...effects)
  }
  return outcomes
}

const titleOf = (row: RowFound, kind: PostKind) =>
  row.cells.find(({ field }) => field === 'postKind')?.text ?? POST_WORDS.find(([one]) => one === kind)?.[2] ?? kind

export async function enterMembersOf(entering: Entering, rows: readonly RowFound[]): Promise<Outcome[]> {
  const { tx, ground, now } = entering
  const outcomes = rows.map(({ seq }): Outcome => ({ seq, effects: [] }))
  const spots = new Map<number, Spot>()
  for (const row of rows) {
    const spot = row.values.building === undefined ? undefined : await spotOf(ground, row)
    if (spot && !('code' in spot)) spots.set(row.seq, spot)
  }
  await settlePeople(entering, rows, outcomes, spots)
  const organisations = new Map((await organisationsNamed(tx, rows.flatMap(({ values }) => said(values.organisation) ?? []), shanghaiToday(now))).map(({ name, id }) => [name, id])) // prettier-ignore
  const members = rows.flatMap((row, at) => {
    const outcome = outcomes[at]
    if (!outcome?.personId || outcome.problem) return []
    const { organisation, elsewhere, stage, inService } = row.values
    const organisationId = organisations.get(said(organisation) ?? '') ?? null
    const words = organisationId ? null : (said(elsewhere) ?? said(organisation) ?? null)
    const stands = stage === 'probationary' ? ('probationary' as const) : ('formal' as const)
    return [
      {
        outcome,
        personId: outcome.personId,
        stage: stands,
        organisationId,
        elsewhere: words,
        inService: inService === true,
      },
    ]
  })
  const entered = await enterMembers(tx, members, now)
  for (const { outcome, personId } of members) {
    if (entered.has(personId)) outcome.effects.push({ table: 'member', id: personId })
    else outcome.problem = problem('member_there', null)
  }
  return outcomes
}
