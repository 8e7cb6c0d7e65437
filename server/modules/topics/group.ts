/**
 * Open requests that speak of one thing, put together: near in words, told apart by place. Pure.
 *
 * Each text is a vector of pairs of characters, weighted by how rare a pair is (tf–idf: what everybody writes says nothing);
 * the title counts twice. Those nearest to many others begin a group; every text joins the group whose middle is nearest,
 * when it is near enough; the middles are found again and the texts join again, until little moves. No number of topics is
 * given beforehand, and most texts end in none. Tried on real messages: docs/capabilities/topics.md.
 */
import { plainWords } from './plain-words.ts'

export type Said = {
  id: string
  title: string
  text: string
  /** Where, as coarse as a compound. */
  placeKey: string | null
}
export type Grouped = {
  ids: string[]
  /** 0 to 1: how near the texts are to their middle, on average. */
  closeness: number
}

const PAIR = 2
const TEXT_LENGTH = 200 // what comes later in a long message is story, not matter
const TITLE_WEIGHT = 2
/** Pairs in more than this share of all texts (的问题, 小区) make no candidates. */
const COMMON_SHARE = 0.06
const NEAR = 0.2
const JOINS = 0.24
/** Same compound: the words may differ more. */
const SAME_PLACE = 0.06
const ROUNDS = 4
export const TOPIC_FROM = 3

type Vector = Map<string, number>

export function groupSaid(said: readonly Said[]): Grouped[] {
  const vectors = vectorsOf(said)
  const neighbours = neighboursOf(vectors, said)
  let middles = firstMiddles(vectors, neighbours)
  let groups: number[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    groups = joined(vectors, said, middles)
    middles = groups.map((members) => ({ vector: middleOf(members, vectors), placeKey: placeOf(members, said) }))
  }
  return groups
    .filter((members) => members.length >= TOPIC_FROM)
    .map((members) => {
      const middle = middleOf(members, vectors)
      const closeness = members.reduce((sum, at) => sum + dot(vectors[at] ?? new Map(), middle), 0) / members.length
      return { ids: members.flatMap((at) => said[at]?.id ?? []), closeness: Number(closeness.toFixed(3)) }
    })
    .sort((a, b) => b.ids.length - a.ids.length)
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const run of plainWords(text).split(' ')) {
    const characters = [...run]
    for (let at = 0; at + PAIR <= characters.length; at += 1) pairs.add(characters.slice(at, at + PAIR).join(''))
  }
  return pairs
}

function vectorsOf(said: readonly Said[]): Vector[] {
  const counted = said.map(({ title, text }) => {
    const weights: Vector = new Map()
    for (const pair of pairsOf([...text].slice(0, TEXT_LENGTH).join(''))) weights.set(pair, 1)
    for (const pair of pairsOf(title)) weights.set(pair, (weights.get(pair) ?? 0) + TITLE_WEIGHT)
    return weights
  })
  const texts = new Map<string, number>()
  for (const weights of counted) for (const pair of weights.keys()) texts.set(pair, (texts.get(pair) ?? 0) + 1)
  return counted.map((weights) => {
    for (const [pair, weight] of weights) {
      const inTexts = texts.get(pair) ?? 1
      if (inTexts === 1) weights.delete(pair)
      else weights.set(pair, weight * Math.log(said.length / inTexts))
    }
    return normed(heaviest(weights))
  })
}

/** For each text the others that are near: by the pairs they share that are not common. */
function neighboursOf(vectors: readonly Vector[], said: readonly Said[]): number[][] {
  const holders: Holders = new Map()
  for (const [at, vector] of vectors.entries()) for (const [pair, weight] of vector) hold(holders, pair, { at, weight })
  const most = Math.max(20, said.length * COMMON_SHARE)
  const likeness = new Float64Array(vectors.length)
  return vectors.map((vector, at) => {
    const met = new Set<number>()
    for (const [pair, weight] of vector) {
      const others = holders.get(pair) ?? []
      if (others.length > most) continue
      for (const other of others) {
        likeness[other.at] = (likeness[other.at] ?? 0) + weight * other.weight
        met.add(other.at)
      }
    }
    const near: number[] = []
    for (const other of met) {
      const value = (likeness[other] ?? 0) + bonus(said[at]?.placeKey, said[other]?.placeKey)
      if (other !== at && value >= NEAR) near.push(other)
      likeness[other] = 0
    }
    return near
  })
}

/** Which texts (or middles) have a pair, and how heavily. */
type Holders = Map<string, { at: number; weight: number }[]>

function hold(holders: Holders, pair: string, one: { at: number; weight: number }) {
  const all = holders.get(pair)
  if (all) all.push(one)
  else holders.set(pair, [one])
}

type Middle = { vector: Vector; placeKey: string | null }

/** The text with most neighbours begins a group and takes them; then the next among those left. */
function firstMiddles(vectors: readonly Vector[], neighbours: readonly number[][]): Middle[] {
  const free = new Set(vectors.keys())
  const order = [...vectors.keys()].sort((a, b) => (neighbours[b]?.length ?? 0) - (neighbours[a]?.length ?? 0))
  const middles: Middle[] = []
  for (const at of order) {
    if (!free.has(at)) continue
    const members = [at, ...(neighbours[at] ?? []).filter((other) => free.has(other))]
    if (members.length < TOPIC_FROM) continue
    for (const member of members) free.delete(member)
    middles.push({ vector: middleOf(members, vectors), placeKey: null })
  }
  return middles
}

function joined(vectors: readonly Vector[], said: readonly Said[], middles: readonly Middle[]): number[][] {
  const holders: Holders = new Map()
  for (const [at, { vector }] of middles.entries())
    for (const [pair, weight] of vector) hold(holders, pair, { at, weight })
  const groups: number[][] = middles.map(() => [])
  for (const [at, vector] of vectors.entries()) {
    const likeness = new Map<number, number>()
    for (const [pair, weight] of vector)
      for (const one of holders.get(pair) ?? []) likeness.set(one.at, (likeness.get(one.at) ?? 0) + weight * one.weight)
    let best = -1
    let most = JOINS
    for (const [middle, value] of likeness) {
      const raised = value + bonus(said[at]?.placeKey, middles[middle]?.placeKey)
      if (raised >= most) [best, most] = [middle, raised]
    }
    groups[best]?.push(at)
  }
  return groups.filter((members) => members.length > 0)
}

const KEPT = 60 // pairs of a text or a middle: its heaviest; the rest is noise and time
const heaviest = (vector: Vector): Vector => new Map([...vector].sort((a, b) => b[1] - a[1]).slice(0, KEPT))

function middleOf(members: readonly number[], vectors: readonly Vector[]): Vector {
  const sum: Vector = new Map()
  for (const member of members)
    for (const [pair, weight] of vectors[member] ?? []) sum.set(pair, (sum.get(pair) ?? 0) + weight)
  return normed(heaviest(sum))
}

/** Where most of them are, when it is most. */
function placeOf(members: readonly number[], said: readonly Said[]): string | null {
  const counts = new Map<string, number>()
  for (const member of members) {
    const key = said[member]?.placeKey
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1])
  return first && first[1] * 2 > members.length ? first[0] : null
}

const bonus = (a: string | null | undefined, b: string | null | undefined) => (a && a === b ? SAME_PLACE : 0)

function normed(vector: Vector): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  for (const [pair, weight] of vector) vector.set(pair, weight / length)
  return vector
}

function dot(a: Vector, b: Vector): number {
  let sum = 0
  for (const [pair, weight] of a) sum += weight * (b.get(pair) ?? 0)
  return sum
}
