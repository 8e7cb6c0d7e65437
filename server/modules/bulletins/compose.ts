/**
 * A bulletin composed from what was counted: title, an opening in words, and the blocks that have something to show. Pure.
 * The words are a proposal: a person reads them before anybody else does.
 */
import { BLOCK_WORDS, KIND_WORDS } from '#contracts/bulletin-words.ts'
import type { Block, BulletinKind, FilledBlock, Material } from '#contracts/bulletins.ts'
import { RANKED_FROM, type Measure, type RateCode } from '#contracts/figures.ts'

/** What each kind shows, in order. A wall hangs beside a lift: little text, large photos. */
const ORDER: Record<BulletinKind, readonly FilledBlock[]> = {
  weekly: ['figures', 'chart', 'places', 'solved', 'overdue', 'ladder', 'thanks'],
  monthly: ['figures', 'chart', 'places', 'solved', 'overdue', 'ladder', 'thanks'],
  wall: ['figures', 'solved', 'doing', 'thanks'],
}
const SPAN = { weekly: '本周', monthly: '本月', wall: '本月' } as const
const BEFORE = { weekly: '上周', monthly: '上月', wall: '上月' } as const

type About = { kind: BulletinKind; placeName: string }

/** The period stands under it. */
const titleOf = ({ kind, placeName }: About) =>
  kind === 'wall' ? `${placeName}墙报` : `${placeName}${KIND_WORDS[kind].zh}`

/** `newId` is handed in: the same material gives the same blocks. */
export function compose(about: About, material: Material, newId: () => string): { title: string; blocks: Block[] } {
  const block = (kind: Block['kind'], text: string): Block => ({ id: newId(), kind, text, leftOut: [] })
  const filled = ORDER[about.kind].filter((kind) => hasContent(kind, material))
  return {
    title: titleOf(about),
    // On a wall three large numbers say what the opening says. The empty text is where a person writes what no figure says; left empty, nobody sees it.
    blocks: [...(about.kind === 'wall' ? [] : [block('text', opening(about.kind, material))]), block('text', ''), ...filled.map((kind) => block(kind, BLOCK_WORDS[kind].zh))],
  }
} // prettier-ignore

/** A block without content is neither composed nor shown. */
export function hasContent(kind: Block['kind'], material: Material): boolean {
  switch (kind) {
    case 'chart':
      return material.trend.some(({ received, closed }) => received + closed > 0)
    case 'places':
      return material.places.length > 1
    case 'solved':
      return material.solved.length > 0
    case 'overdue':
      return material.overdue.length > 0
    case 'ladder':
      return material.ladder.length > 0
    case 'doing':
      return material.doing.length > 0
    case 'thanks':
      return Object.values(material.thanks).some((count) => count > 0)
    default:
      return true
  }
}

/** New material under the same blocks: what was composed and left as it was is said anew, what a person wrote stays. */
export function recompose(kind: BulletinKind, blocks: readonly Block[], before: Material, after: Material): Block[] {
  const [old, fresh] = [opening(kind, before), opening(kind, after)]
  return blocks.map((block) => (block.kind === 'text' && block.text === old ? { ...block, text: fresh } : block))
}

/** 本周收到居民反映 34 件，比上周多 5 件；结案 30 件，其中 26 件解决。 */
export function opening(kind: BulletinKind, material: Material): string {
  const [span, before] = [SPAN[kind], BEFORE[kind]]
  const received = countOf(material, 'received')
  const closed = countOf(material, 'closed')
  const solved = countOf(material, 'solved')
  if (received.now === 0 && closed.now === 0) return `${span}没有收到新的反映，也没有结案的事。`
  const difference = received.now - received.before
  const than =
    difference === 0 ? `和${before}一样` : `比${before}${difference > 0 ? '多' : '少'} ${Math.abs(difference)} 件`
  const parts = [`${span}收到居民反映 ${received.now} 件，${than}；结案 ${closed.now} 件${solved.now > 0 ? `，其中解决 ${solved.now} 件` : ''}。`] // prettier-ignore
  const late = material.standing.overdueNow
  parts.push(late > 0 ? `现在还有 ${late} 件超过了期限。` : '现在没有超过期限的事。')
  return parts.join('')
}

export const countOf = ({ counts }: Material, measure: Measure) =>
  counts.find((one) => one.measure === measure) ?? { now: 0, before: 0 }
export const rateOf = ({ rates }: Material, rate: RateCode) =>
  rates.find((one) => one.rate === rate) ?? { of: 0, n: 0, ofBefore: 0, nBefore: 0 }

/** Best solved first among those with enough answers; the others after them by name, without a place in the order. */
export function inOrder(places: Material['places']): Material['places'] {
  const share = ({ saidSolved, asked }: Material['places'][number]) => saidSolved / asked
  const enough = places.filter(({ asked }) => asked >= RANKED_FROM)
  const few = places.filter(({ asked }) => asked < RANKED_FROM)
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'zh-CN')
  return [...enough.toSorted((a, b) => share(b) - share(a) || byName(a, b)), ...few.toSorted(byName)]
}
