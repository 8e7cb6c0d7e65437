/** How a place stands in one line: how many of its standards are open, and when that was looked at. */
import type { Checkup } from '#contracts/standards.ts'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { standardsText } from '#web/texts/standards.ts'

export const openOf = ({ counts: { must, should, advise } }: Pick<Checkup, 'counts'>) => must + should + advise

/** 25 项里 8 项要补，今天 6:00 检查. */
export function Standing({ checkup }: { checkup: Checkup }) {
  const t = useText(standardsText)
  const { dayTime } = useTime()
  const open = openOf(checkup)
  const all = open + checkup.counts.met + checkup.counts.conflicts
  return (
    <>
      {all > 0 && t.summary(all, open)}{' '}
      <small>{checkup.checkedAt ? t.checkedAt(dayTime(checkup.checkedAt)) : t.never}</small>
    </>
  )
}
