/** The words of texts/time.ts, bound to the person's language and the present moment. */
import { useNow } from './now.ts'
import { useLang } from './i18n.ts'
import * as words from '#web/texts/time.ts'

export function useTime() {
  const lang = useLang()
  const now = useNow()
  return {
    now,
    clockText: (dueAt: words.Instant) => words.clockText(dueAt, now, lang),
    leftText: (dueAt: words.Instant) => words.leftText(dueAt, now, lang),
    dayTime: (at: words.Instant) => words.dayTime(at, now, lang),
    day: (at: words.Instant) => words.day(at, now, lang),
    weekday: (at: words.Instant) => words.weekday(at, lang),
    hourMinute: words.hourMinute,
    dayOfMonth: words.dayOfMonth,
    duration: (ms: number) => words.duration(ms, lang),
    distance: (metres: number) => words.distance(metres, lang),
    number: (value: number) => words.number(value, lang),
    share: words.share,
    money: (amountFen: number) => words.money(amountFen, lang),
  }
}
