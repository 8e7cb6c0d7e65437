/** A bulletin as a document to print: on pages to read in the hand, or as one sheet for the wall. Chinese, as what is published is. */
import {
  BLOCK_WORDS,
  COUNT_WORDS,
  LADDER_WORDS,
  RATE_WORDS,
  SHOWN_COUNTS,
  SHOWN_RATES,
} from '#contracts/bulletin-words.ts'
import { ON_WALL, type Block, type Material } from '#contracts/bulletins.ts'
import { RANKED_FROM } from '#contracts/figures.ts'
import { shanghaiToday } from '#platform/calendar/shanghai.ts'
import type { Document, Paper, Part } from '#platform/documents/document.ts'
import { countOf, hasContent, inOrder, rateOf } from './compose.ts'
import { dayWords, periodWords } from './period.ts'
import type { Version, Whole } from './queries.ts'

type Form = { form: 'page' | 'wall'; paper: Paper; address: string }

export function printed(one: Whole, shown: Version | undefined, { form, paper, address }: Form): { document: Document; photoIds: string[] } {
  const { title, blocks, material } = shown ?? one
  const wall = form === 'wall'
  const own = blocks.filter(({ kind }) => hasContent(kind, material) && (!wall || ON_WALL.includes(kind)))
  const parts: Part[] = [{ part: 'title', text: title, under: underTitle(one, shown) }]
  if (shown?.note) parts.push({ part: 'note', text: `更正（第 ${shown.version} 版）：${shown.note}` })
  parts.push(...own.flatMap((block) => partsOf(block, material, wall)))
  if (wall || shown) parts.push({ part: 'code', address: `${address}/bulletins/${one.id}`, title: '手机上看', under: '用手机扫一扫，看全文和以前的各期；有事也可以在手机上报。' })
  const pictures = parts.flatMap((part) => (part.part === 'pairs' ? part.pairs.flatMap(({ before, after }) => [before.key, after.key]) : []))
  return {
    photoIds: pictures,
    document: {
      title,
      subject: periodWords(one.kind, one),
      author: shown?.publishedAs ?? one.placeName,
      language: 'zh-CN',
      paper,
      manner: form,
      foot: `${one.placeName} · ${shown ? `第 ${shown.version} 版` : '草稿，没有发布'}`,
      pageWords: '第 {page} 页，共 {pages} 页',
      onePage: wall,
      parts,
    },
  }
} // prettier-ignore

function underTitle(one: Whole, shown: Version | undefined): string {
  const asOf = (shown ?? one).material.asOf
  const when = `${periodWords(one.kind, one)} · 数字截至 ${dayWords(shanghaiToday(new Date(asOf)))}`
  return shown
    ? `${when} · ${shown.publishedAs} · ${dayWords(shanghaiToday(new Date(shown.publishedAt)))}发布`
    : `${when} · 草稿`
}

const percent = (of: number, n: number) => (n === 0 ? '暂无' : `${Math.round((of / n) * 100)}%`)

function partsOf(block: Block, material: Material, wall: boolean): Part[] {
  const { kind, text } = block
  const heading: Part[] = [{ part: 'heading', text: text || (kind in BLOCK_WORDS ? BLOCK_WORDS[kind as keyof typeof BLOCK_WORDS].zh : '') }] // checked by `in`
  switch (kind) {
    case 'heading':
      return text ? heading : []
    case 'text':
      return text ? [{ part: 'text', text }] : []
    case 'notice':
      return text ? [{ part: 'note', text }] : []
    case 'figures':
      return wall ? wallFigures(material) : [...heading, ...figures(material)]
    case 'chart':
      return [...heading, chart(material)]
    case 'places':
      return [...heading, places(material)]
    case 'solved':
      return solved(block, material, heading, wall)
    case 'overdue':
      return [...heading, table(['在谁手里', '件数', '最早到期'], [4, 1, 2], material.overdue.map(({ name, count, oldestDueOn }) => [name, String(count), dayWords(oldestDueOn)]), '只写单位、部门和岗位，不写居民。')]
    case 'ladder':
      return [...heading, table(['哪一级会', '件数', '最早报来'], [4, 1, 2], material.ladder.map(({ level, count, oldestOn }) => [LADDER_WORDS[level]?.zh ?? level, String(count), dayWords(oldestOn)]))]
    case 'doing':
      return [...heading, doing(material, wall)]
    case 'thanks':
      return [...heading, { part: 'text', text: thanksWords(material) }]
  }
} // prettier-ignore

/** On the wall in a few lines, as there is little room. */
function doing({ doing: all }: Material, wall: boolean): Part {
  if (!wall) return table(['什么事', '谁在办', '件数'], [3, 3, 1], all.map(({ categoryName, holderName, count }) => [categoryName, holderName, String(count)]))
  return { part: 'text', spare: true, text: `${all.slice(0, 4).map(({ categoryName, holderName, count }) => `${categoryName} ${count} 件（${holderName}）`).join('、')}${all.length > 4 ? '等' : ''}。` }
} // prettier-ignore

function table(names: [string, string, string], shares: [number, number, number], rows: string[][], under?: string): Part {
  const columns = names.map((name, at) => ({ name, share: shares[at] ?? 1, number: at > 0 && name !== '谁在办' }))
  return { part: 'table', columns, rows, ...(under && { under }) }
} // prettier-ignore

/** Three rates large, the others and the counts in a table with the period before. */
function figures(material: Material): Part[] {
  const large = SHOWN_RATES.slice(0, 3)
  const tiles = large.map((rate) => {
    const { of, n, ofBefore, nBefore } = rateOf(material, rate)
    const few = n < RANKED_FROM ? '，件数少，不作比较' : `，上期 ${percent(ofBefore, nBefore)}`
    return { name: RATE_WORDS[rate].name.zh, value: percent(of, n), under: `${of}/${n} 件${few}` }
  })
  const rateRows = SHOWN_RATES.slice(3).map((rate) => {
    const { of, n, ofBefore, nBefore } = rateOf(material, rate)
    return [RATE_WORDS[rate].name.zh, `${of}/${n}  ${percent(of, n)}`, `${ofBefore}/${nBefore}  ${percent(ofBefore, nBefore)}`]
  })
  const countRows = SHOWN_COUNTS.map((measure) => {
    const { now, before } = countOf(material, measure)
    return [COUNT_WORDS[measure].zh, String(now), String(before)]
  })
  return [
    { part: 'tiles', tiles },
    {
      part: 'table',
      columns: [{ name: '', share: 4 }, { name: '本期', share: 2, number: true }, { name: '上期', share: 2, number: true }],
      rows: [...countRows, ...rateRows],
      under: SHOWN_RATES.map((rate) => `${RATE_WORDS[rate].name.zh}：${RATE_WORDS[rate].how.zh}。`).join(''),
    },
  ]
} // prettier-ignore

/** Three numbers that can be read in passing. */
function wallFigures(material: Material): Part[] {
  const count = (measure: 'received' | 'solved') => countOf(material, measure).now
  return [{
    part: 'tiles',
    tiles: [
      { name: '收到（件）', value: String(count('received')), under: '' },
      { name: '解决（件）', value: String(count('solved')), under: '' },
      { name: '正在办（件）', value: String(material.standing.openNow), under: '' },
    ],
  }]
} // prettier-ignore

function chart({ trend }: Material): Part {
  const points = trend.map(({ from, received, closed }) => ({ name: `${Number(from.slice(5, 7))}.${Number(from.slice(8))}`, values: [received, closed] })) // prettier-ignore
  const words = trend.map(({ from, received, closed }) => `${dayWords(from)}收到 ${received} 件、结案 ${closed} 件`)
  return { part: 'bars', series: ['收到', '结案'], points, words: words.join('；') }
}

function places(material: Material): Part {
  const rows = inOrder(material.places).map((one) => [
    one.name,
    String(one.received),
    String(one.closed),
    `${one.asked}  ${one.asked < RANKED_FROM ? '件数少' : percent(one.saidSolved, one.asked)}`,
    one.asked < RANKED_FROM ? '' : percent(one.saidSatisfied, one.asked),
    String(one.overdue),
  ])
  const columns = [{ name: '', share: 3 }, ...['收到', '结案', '解决率', '满意率', '超时'].map((name) => ({ name, share: name === '解决率' ? 2 : 1.2, number: true }))] // prettier-ignore
  return {
    part: 'table',
    columns,
    rows,
    under: `解决率前面的数是听到回音的件数；不到 ${RANKED_FROM} 件的排在后面，不分先后。`,
  }
}

/** A large pair and two rows of smaller ones: more would be stamps. */
const MOST_ON_WALL = 5

function solved({ leftOut }: Block, material: Material, heading: Part[], wall: boolean): Part[] {
  const shown = material.solved.filter(({ id }) => !leftOut.includes(id))
  if (shown.length === 0) return []
  const pairs = shown
    .slice(0, wall ? MOST_ON_WALL : shown.length)
    .map(({ title, placeName, closedOn, days, before, after }) => ({
      title,
      under: `${placeName} · ${dayWords(closedOn)}办好 · 用了 ${days} 天`,
      before: { key: before.id, ground: before.averageColour, words: `${title}：之前` },
      after: { key: after.id, ground: after.averageColour, words: `${title}：之后` },
    }))
  return [...heading, { part: 'pairs', marks: ['之前', '之后'], pairs, largeFirst: wall }]
}

/** 谢谢 12 位报事的邻居…… Counts, never names. */
export function thanksWords({ thanks }: Material): string {
  const { reporters, joiners, volunteers, solvedByVolunteers, ratings } = thanks
  const parts = [
    reporters > 0 && `${reporters} 位邻居报了事`,
    joiners > 0 && `${joiners} 人次一起关注`,
    volunteers > 0 && `${volunteers} 位党员和志愿者接了单${solvedByVolunteers > 0 ? `，办好 ${solvedByVolunteers} 件` : ''}`,
    ratings > 0 && `${ratings} 位邻居看过结果、说了满意不满意`,
  ].filter(Boolean)
  return parts.length > 0 ? `${parts.join('；')}。谢谢大家。` : ''
} // prettier-ignore
