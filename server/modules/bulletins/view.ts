/** Replies: a line of a list, what readers see, what writers see. A withdrawn bulletin is listed without its content. */
import type { Block, BulletinRow, BulletinView, DraftView, Material } from '#contracts/bulletins.ts'
import type { Tx } from '#platform/db.ts'
import { lacking } from '#platform/documents/coverage.ts'
import { findVersion, versionsOf, type Bulletin, type Version, type Whole } from './queries.ts'

/** What each of them begins with. */
const headOf = ({ id, kind, placeId, placeName, level, from, to, state, withdrawnReason }: Bulletin) => ({
  id,
  kind,
  placeId,
  placeName,
  level,
  from,
  to,
  state,
  withdrawnReason,
})

export const viewRow = (one: Bulletin): BulletinRow => ({
  ...headOf(one),
  title: one.title,
  version: one.version,
  publishedAt: one.publishedAt,
  updatedAt: one.updatedAt,
  fresh: one.madeBy === 'clock' && one.editedAs === null && one.state === 'draft',
  changed: isChanged(one),
})

const isChanged = ({ publishedSeq, seq }: Bulletin) => publishedSeq !== null && publishedSeq !== seq

const viewVersions = async (tx: Tx, { id }: Bulletin) =>
  (await versionsOf(tx, id)).map(({ version, publishedAt, publishedAs, note }) => ({
    version,
    publishedAt,
    publishedAs,
    note,
  }))

export async function viewBulletin(tx: Tx, one: Whole, shown: Version): Promise<BulletinView> {
  const open = one.state === 'published'
  return {
    ...headOf(one),
    title: shown.title,
    version: shown.version,
    publishedAt: shown.publishedAt,
    publishedAs: shown.publishedAs,
    note: shown.note,
    versions: await viewVersions(tx, one),
    blocks: open ? shown.blocks : [],
    material: open ? shownOf(shown.blocks, shown.material) : null,
  }
}

export async function viewDraft(tx: Tx, one: Whole): Promise<DraftView> {
  const published = one.version > 0 ? await findVersion(tx, one.id, one.version) : undefined
  return {
    ...headOf(one),
    title: one.title,
    version: one.version,
    publishedAt: published?.publishedAt ?? null,
    publishedAs: published?.publishedAs ?? null,
    note: published?.note ?? '',
    versions: await viewVersions(tx, one),
    blocks: one.blocks,
    material: one.material,
    seq: one.seq,
    updatedAt: one.updatedAt,
    editedAs: one.editedAs,
    changed: isChanged(one),
    readers: { placeName: one.placeName, households: one.households },
    lacking: lackingIn(one),
  }
}

/** What a writer took out does not travel to readers either. */
function shownOf(blocks: readonly Block[], material: Material): Material {
  const has = (kind: Block['kind']) => blocks.some((one) => one.kind === kind)
  const solved = blocks.filter(({ kind }) => kind === 'solved')
  return {
    ...material,
    counts: has('figures') ? material.counts : [],
    rates: has('figures') ? material.rates : [],
    trend: has('chart') ? material.trend : [],
    places: has('places') ? material.places : [],
    solved: material.solved.filter(({ id }) => solved.some(({ leftOut }) => !leftOut.includes(id))),
    overdue: has('overdue') ? material.overdue : [],
    ladder: has('ladder') ? material.ladder : [],
    doing: has('doing') ? material.doing : [],
  }
}

export const lackingIn = ({ title, blocks, material }: Pick<Whole, 'title' | 'blocks' | 'material'>): string[] =>
  lacking(
    [title, ...blocks.map(({ text }) => text), ...material.overdue.map(({ name }) => name), ...material.places.map(({ name }) => name)].join(''),
  ) // prettier-ignore
