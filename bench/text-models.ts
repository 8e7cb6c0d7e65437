/** The other text models that bench/categories.ts compares with the one in use; each trains and returns a ranking. */
import { grams } from '#modules/requests/categories/grams.ts'
import { propose, train, type Sample } from '#modules/requests/categories/propose.ts'

export type Ranking = { code: string; confidence: number }[]
export type TextModel = { name: string; train: (samples: readonly Sample[]) => (text: string) => Ranking }

/** Everything goes to the most frequent class: what any model must beat. */
export const majority: TextModel = {
  name: 'majority',
  train: (samples) => {
    const counts = new Map<string, number>()
    for (const { label } of samples) counts.set(label, (counts.get(label) ?? 0) + 1)
    const ranked = [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([code, n]) => ({ code, confidence: n / samples.length }))
    return () => ranked.slice(0, 3)
  },
}

/** The model in use; `sharpness` is refitted because seven classes with long texts give other evidence than short phrases. */
export const complement = (sharpness: number): TextModel => ({
  name: 'complement NB, 1+2 characters (in use)',
  train: (samples) => {
    const model = train(samples, sharpness)
    return (text) => propose(model, text, 0)
  },
})

/** Plain multinomial naive Bayes, smoothing 0.1. */
export const multinomial: TextModel = {
  name: 'multinomial NB, 1+2 characters',
  train: (samples) => {
    const perLabel = new Map<string, { counts: Map<string, number>; total: number }>()
    const vocabulary = new Set<string>()
    for (const { text, label } of samples) {
      const own = perLabel.get(label) ?? { counts: new Map<string, number>(), total: 0 }
      perLabel.set(label, own)
      for (const gram of features(text).keys()) {
        vocabulary.add(gram)
        own.counts.set(gram, (own.counts.get(gram) ?? 0) + 1)
        own.total++
      }
    }
    return (text) => {
      const known = [...features(text).keys()].filter((gram) => vocabulary.has(gram))
      return top(
        [...perLabel].map(([code, { counts, total }]) => ({
          code,
          score: known.reduce(
            (sum, gram) => sum + Math.log(((counts.get(gram) ?? 0) + 0.1) / (total + 0.1 * vocabulary.size)),
            0,
          ),
        })),
      )
    }
  },
}

/** Averaged perceptron with margin on tf-idf vectors of length one, ten passes in a fixed shuffled order. */
export const perceptron: TextModel = {
  name: 'averaged perceptron, tf-idf',
  train: (samples) => {
    const labels = [...new Set(samples.map(({ label }) => label))]
    const documents = new Map<string, number>()
    for (const { text } of samples)
      for (const gram of features(text).keys()) documents.set(gram, (documents.get(gram) ?? 0) + 1)
    const vector = (text: string) => {
      const raw = [...features(text).keys()].map((gram) => {
        const idf = Math.log((samples.length + 1) / ((documents.get(gram) ?? 0) + 0.5))
        return { gram, value: idf }
      })
      const length = Math.hypot(...raw.map(({ value }) => value))
      return raw.map(({ gram, value }) => ({ gram, value: value / length }))
    }
    const now = labels.map(() => new Map<string, number>())
    const sums = labels.map(() => new Map<string, number>())
    const scoresOf = (from: Map<string, number>[], items: ReturnType<typeof vector>) =>
      from.map((weights) => items.reduce((sum, { gram, value }) => sum + value * (weights.get(gram) ?? 0), 0))
    const vectors = samples.map(({ text, label }) => ({ items: vector(text), right: labels.indexOf(label) }))
    const random = randomFrom(7)
    const nudge = (items: ReturnType<typeof vector>, index: number, sign: 1 | -1, at: number) => {
      for (const { gram, value } of items) {
        now[index]?.set(gram, (now[index]?.get(gram) ?? 0) + sign * value)
        sums[index]?.set(gram, (sums[index]?.get(gram) ?? 0) + sign * value * at)
      }
    }
    let step = 1
    for (let pass = 0; pass < 10; pass++)
      for (const { items, right } of shuffled(vectors, random)) {
        const scores = scoresOf(now, items)
        const rival = labels
          .map((_, index) => index)
          .filter((index) => index !== right)
          .reduce((best, index) => ((scores[index] ?? 0) > (scores[best] ?? 0) ? index : best), right === 0 ? 1 : 0)
        if ((scores[right] ?? 0) - (scores[rival] ?? 0) < 1) {
          nudge(items, right, 1, step)
          nudge(items, rival, -1, step)
        }
        step++
      }
    return (text) => {
      const items = vector(text)
      const current = scoresOf(now, items)
      const late = scoresOf(sums, items)
      return top(labels.map((code, index) => ({ code, score: (current[index] ?? 0) - (late[index] ?? 0) / step })))
    }
  },
}

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

/** The same reading as the model in use: digits out, the first 400 characters. */
const features = (text: string) => grams(text.slice(0, 400).replace(/\p{N}+/gu, ' '), [1, 2])

function top(scored: { code: string; score: number }[]): Ranking {
  const best = Math.max(...scored.map(({ score }) => score))
  const shares = scored.map(({ code, score }) => ({ code, share: Math.exp(score - best) }))
  const sum = shares.reduce((total, { share }) => total + share, 0)
  return shares
    .map(({ code, share }) => ({ code, confidence: share / sum }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3)
}
