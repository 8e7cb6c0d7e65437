/** What a reader is shown of a check-up: findings grouped by standard and place, counts, and buttons they can press. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { compareCompounds, FindingView, readCheckup, StandardView } from '#contracts/standards.ts'
import { lineOf, type Place, type Tree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { grouped } from './gather.ts'
import { isOff, type Settings } from './judge-area.ts'
import { offered } from './may.ts'
import { latestRun } from './run-queries.ts'
import type { Standard } from './standard.ts'
import { valuesOf } from './standard.ts'
import { type CountRow, findingsBelow, type FindingRow, newestDays } from './view-queries.ts'

type Filter = Omit<Parameters<typeof findingsBelow>[1], 'path' | 'limit' | 'subjects' | 'short'>
/** A page is read, not scrolled for ever: what is left off is counted. */
const MOST_ROWS = 2_400
const MOST_FINDINGS = 300
/** A sentence names a few; the page that mends it lists all. */
const MOST_SUBJECTS = 12

export async function viewCheckup(
  tx: Tx,
  { actor, place, tree, filter }: { actor: Actor; place: Place; tree: Tree; filter: Filter },
): Promise<ReplyOf<typeof readCheckup>> {
  // Over many places only what falls short is listed; what is met is counted.
  const short = place.level !== 'compound'
  const rows = await findingsBelow(tx, {
    ...filter,
    path: place.path,
    limit: MOST_ROWS,
    subjects: MOST_SUBJECTS,
    short,
  })
  const groups = [...grouped(rows, ({ standard, placeId }) => `${standard} ${placeId}`).values()]
  const newest = await newestDays(tx, place.path)
  const run = await latestRun(
    tx,
    lineOf(tree, place.path).map(({ id }) => id),
  )
  return {
    placeId: place.id,
    placeName: place.level === 'compound' ? place.name : place.fullName,
    level: place.level,
    checkedAt:
      newest
        .map(({ checkedAt }) => checkedAt)
        .toSorted()
        .at(-1) ?? null,
    run: run ? { portions: run.portions, done: run.done, startedAt: run.startedAt, finishedAt: run.finishedAt } : null,
    counts: countsOf(newest),
    findings: groups.slice(0, MOST_FINDINGS).map((group) => viewFinding(group, actor)),
    leftOff: Math.max(0, groups.length - MOST_FINDINGS),
  }
}

function viewFinding(rows: readonly FindingRow[], actor: Actor): FindingView {
  const [first] = rows
  if (!first) throw new Error('a group without rows')
  const { standard, severity, placeId, placeName, placePath, together } = first
  return {
    standard,
    severity,
    state: rows.some(({ state }) => state === 'gap') ? 'gap' : first.state,
    placeId,
    placeName,
    sinceOn: rows.map(({ sinceOn }) => sinceOn).toSorted()[0] ?? first.sinceOn,
    subjectCount: together,
    subjects: rows.map(({ subjectId, subjectName, counted, gap, task, sinceOn }) => ({
      id: subjectId,
      name: subjectName,
      counted,
      gap,
      sinceOn,
      task: offered(actor, task, placePath),
    })),
  }
}

const COUNTED = ['met', 'must', 'should', 'advise', 'conflicts'] as const
const countsOf = (rows: readonly CountRow[]) => {
  const counts = { met: 0, must: 0, should: 0, advise: 0, conflicts: 0 }
  for (const row of rows) for (const key of COUNTED) counts[key] += row[key]
  return counts
}

/** Compounds side by side, most missing by law first. */
export async function viewCompounds(tx: Tx, { path }: Place): Promise<ReplyOf<typeof compareCompounds>> {
  const rows = (await newestDays(tx, path)).filter(({ level }) => level === 'compound')
  const weight = ({ must, should, advise }: CountRow) => must * 1e6 + should * 1e3 + advise
  return rows
    .toSorted((a, b) => weight(b) - weight(a))
    .map(({ placeId, placeName, met, must, should, advise, conflicts }) => ({
      placeId,
      placeName,
      met,
      must,
      should,
      advise,
      conflicts,
    }))
}

export function viewStandard(standard: Standard, settings: Settings): StandardView {
  const { id, rule, title, text, source, severity, parameters } = standard
  const set = settings.get(id)
  const values = valuesOf(parameters, set)
  return {
    id,
    rule,
    title: title.zh,
    titleEn: title.en,
    text: text.zh,
    textEn: text.en,
    mark: source.mark,
    source: source.zh,
    sourceEn: source.en,
    severity,
    off: isOff(standard, settings),
    reason: set?.reason ?? '',
    parameters: Object.entries(parameters).map(([key, { default: usual, words }]) => ({
      key,
      name: words.zh,
      nameEn: words.en,
      standard: plain(usual),
      value: plain(values[key] ?? usual),
    })),
  }
}

const plain = (value: number | readonly string[]): number | string[] => (typeof value === 'number' ? value : [...value])
