/**
 * Proposes a category from what a resident wrote. Complement naive Bayes on characters and pairs: counts only, so it
 * learns a clerk's correction at once and the order of learning does not matter. Never decides: the page says 看着像.
 * Source: Rennie, Shih, Teevan, Karger 2003, "Tackling the Poor Assumptions of Naive Bayes" (complement counts, log
 * frequency). Chosen among the models of bench/categories.ts; figures in docs/capabilities/categories.md.
 */
import { grams } from './grams.ts'

export type Sample = { text: string; label: string }
export type Proposal = { code: string; confidence: number }

/** Weight of every gram in every label that has it; sums are kept so that scoring touches only what the text contains. */
export type Model = {
  labels: string[]
  weightOf: Map<string, Map<number, number>>
  sumOfGram: Map<string, number>
  sumOfLabel: number[]
  total: number
  /** How quickly more evidence becomes confidence; depends on how much each label has to show, so it is fitted per set of samples. */
  sharpness: number
}

/** Below this the best guess is not worth a resident's glance. Chosen by `npm run bench -- categories`. */
export const SURE_ENOUGH = 0.3

const GRAM_LENGTHS = [1, 2]
const SMOOTHING = 0.5 // between 0.1 and 1 the best on short texts, and near the best on long ones
const SHARPNESS = 6 // for the rule pack's phrases: confidence near the share that is right, on phrases held out
const LONGEST = 400 // characters read: a report's matter stands in its first lines, and this bounds the work

export function train(samples: readonly Sample[], sharpness = SHARPNESS): Model {
  const model: Model = { labels: [], weightOf: new Map(), sumOfGram: new Map(), sumOfLabel: [], total: 0, sharpness }
  for (const { text, label } of samples) learn(model, text, label)
  return model
}

/** Adds one example to the model in place: what staff decided about this text. */
export function learn(model: Model, text: string, label: string): void {
  const index = indexOf(model, label)
  for (const [gram, count] of gramsOf(text)) {
    const weight = 1 + Math.log(count)
    const weights = model.weightOf.get(gram) ?? new Map<number, number>()
    weights.set(index, (weights.get(index) ?? 0) + weight)
    model.weightOf.set(gram, weights)
    model.sumOfGram.set(gram, (model.sumOfGram.get(gram) ?? 0) + weight)
    model.sumOfLabel[index] = (model.sumOfLabel[index] ?? 0) + weight
    model.total += weight
  }
}

/** The three likeliest categories, best first; empty when the best one is less sure than `atLeast`. */
export function propose(model: Model, text: string, atLeast = SURE_ENOUGH): Proposal[] {
  const { scores, known, seen } = score(model, text)
  if (known === 0) return []
  const ranked = softmax(scores, model.sharpness / Math.sqrt(seen))
    .map((confidence, index) => ({ code: model.labels[index] ?? '', confidence }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 3)
  return (ranked[0]?.confidence ?? 0) >= atLeast ? ranked : []
}

/** Log evidence per label; a constant common to all labels is left out. */
function score(model: Model, text: string) {
  const smoothed = SMOOTHING * model.weightOf.size
  const scores = model.labels.map(() => 0)
  let known = 0
  let seen = 0
  for (const [gram, count] of gramsOf(text)) {
    seen++
    const weights = model.weightOf.get(gram)
    if (!weights) continue
    const frequency = 1 + Math.log(count)
    const sum = model.sumOfGram.get(gram) ?? 0
    known += frequency
    for (const [index, weight] of weights)
      scores[index] = (scores[index] ?? 0) + frequency * Math.log((sum + SMOOTHING) / (sum - weight + SMOOTHING))
  }
  const outside = model.sumOfLabel.map((sum) => Math.log(model.total - sum + smoothed))
  return { scores: scores.map((value, index) => value + known * (outside[index] ?? 0)), known, seen }
}

function softmax(scores: readonly number[], sharpness: number): number[] {
  const best = Math.max(...scores)
  const shares = scores.map((value) => Math.exp((value - best) * sharpness))
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => share / sum)
}

function indexOf(model: Model, label: string): number {
  const known = model.labels.indexOf(label)
  if (known >= 0) return known
  model.sumOfLabel.push(0)
  return model.labels.push(label) - 1
}

/** Digits name buildings and hours, not matters. */
const gramsOf = (text: string) => grams(text.slice(0, LONGEST).replace(/\p{N}+/gu, ' '), GRAM_LENGTHS)
