/** Days, shares and spans as the pages of figures write them, in the person's language. */
import { useLang } from '#web/platform/i18n.ts'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { insightText } from '#web/texts/insight.ts'
import { day, monthAndDay, number } from '#web/texts/time.ts'
import { nameOf, todayIn, type Period } from './period.ts'

export function useWrite() {
  const t = useText(insightText)
  const lang = useLang()
  const now = useNow()
  const days = ({ from, to }: Period) => t.days(day(from, now, lang), day(to, now, lang))
  return {
    days,
    /** 本月, or its two days. */
    period(period: Period) {
      const name = nameOf(period, todayIn(now))
      return name ? t.periods[name] : days(period)
    },
    count: (value: number) => number(value, lang),
    /** 18 分钟, 5.6 小时, 1.6 天. */
    minutes: (value: number) => t.span(...inUnits(value)),
    shortDay: (on: string) => t.dayShort(monthAndDay(on).month, monthAndDay(on).day),
  }
}

type Unit = 'minutes' | 'hours' | 'days'
function inUnits(minutes: number): [string, Unit] {
  const one = (value: number) => String(Number(value.toFixed(1)))
  if (minutes < 60) return [String(Math.max(1, Math.round(minutes))), 'minutes']
  return minutes < 24 * 60 ? [one(minutes / 60), 'hours'] : [one(minutes / 1440), 'days']
}

/** 0.9823 → 98.2 */
export const percent = (share: number): string => (share * 100).toFixed(1)
/** +1.4, −0.6, 0.0: with a true minus. */
export const signed = (points: number): string => {
  const words = Math.abs(points).toFixed(1)
  return words === '0.0' ? words : `${points > 0 ? '+' : '−'}${words}`
}
