/** Replies: a line of a list, what readers see, what writers see. A withdrawn bulletin is listed without its content. */
import type { Block, BulletinRow, BulletinView, DraftView, Material } from '#contracts/bulletins.ts'
import type { Tx } from '#platform/db.ts'
import { lacking } from '#platform/documents/coverage.ts'
import { findVersion, versionsOf, type Bulletin, type Version, type Whole } from './queries.ts'

export const viewRow = (one: Bulletin): BulletinRow => ({
  id: one.id,
  kind: one.kind,
  placeId: one.placeId,
  placeName: one.placeName,
  level: one.level,
  from: one.from,
  to: one.to,
  state: one.state,
  title: one.title,
  version: one.version,
  publishedAt: one.publishedAt,
  withdrawnReason: one.withdrawnReason,
  updatedAt: one.updatedAt,
  fresh: one.madeBy === 'clock' && one.editedAs === null && one.state === 'draft',
  changed: isChanged(one),
})

const isChanged = ({ publishedSeq, seq }: Bulletin) => publishedSeq !== null && publishedSeq !== seq

export async function viewBulletin(tx: Tx, one: Whole, shown: Version): Promise<BulletinView> {
  const versions = await versionsOf(tx, one.id)
  const open = one.state === 'published'
  return {
    id: one.id,
    kind: one.kind,
    placeId: one.placeId,
    placeName: one.placeName,
    level: one.level,
    from: one.from,
    to: one.to,
    state: one.state,
    title: shown.title,
    version: shown.version,
    publishedAt: shown.publishedAt,
    publishedAs: shown.publishedAs,
    note: shown.note,
    withdrawnReason: one.withdrawnReason,
    versions: versions.map(({ version, publishedAt, publishedAs, note }) => ({ version, publishedAt, publishedAs, note })),
    blocks: open ? shown.blocks : [],
    material: open ? shownOf(shown.blocks, shown.material) : null,
  }
} // prettier-ignore

export async function viewDraft(tx: Tx, one: Whole): Promise<DraftView> {
  const published = one.version > 0 ? await findVersion(tx, one.id, one.version) : undefined
  const versions = await versionsOf(tx, one.id)
  return {
    id: one.id,
    kind: one.kind,
    placeId: one.placeId,
    placeName: one.placeName,
    level: one.level,
    from: one.from,
    to: one.to,
    state: one.state,
    title: one.title,
    version: one.version,
    publishedAt: published?.publishedAt ?? null,
    publishedAs: published?.publishedAs ?? null,
    note: published?.note ?? '',
    withdrawnReason: one.withdrawnReason,
    versions: versions.map(({ version, publishedAt, publishedAs, note }) => ({ version, publishedAt, publishedAs, note })),
    blocks: one.blocks,
    material: one.material,
    seq: one.seq,
    updatedAt: one.updatedAt,
    editedAs: one.editedAs,
    changed: isChanged(one),
    readers: { placeName: one.placeName, households: one.households },
    lacking: lackingIn(one),
  }
} // prettier-ignore

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
