/** Names and definitions of figures by their code, in the person's language. */
import {
  MEASURES,
  STANDING_MEASURES,
  type Measure,
  type RateCode,
  type Stage,
  type StandingMeasure,
  type TIMED_STAGES,
} from '#contracts/figures.ts'
import { useText } from '#web/platform/i18n.ts'
import { figuresText } from '#web/texts/figures.ts'

export function useFigureWords() {
  const t = useText(figuresText)
  return {
    measure: (code: Measure | StandingMeasure) => t.measures[code],
    rate: (code: RateCode) => t.rates[code],
    stage: (code: Stage) => t.stages[code],
    step: (code: (typeof TIMED_STAGES)[number]) => t.steps[code],
  }
}

/** The measure of an address; anything else is received. */
export const measureOf = (word: string | undefined): Measure | StandingMeasure =>
  [...MEASURES, ...STANDING_MEASURES].find((one) => one === word) ?? 'received'
