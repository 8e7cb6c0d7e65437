/** One bulletin in a list, at the desk and on the phone: its title, what it is of, and its state unless it is simply published. */
import type { BulletinRow } from '#contracts/bulletins.ts'
import { Pill } from '#web/components/Pill.tsx'
import { Row } from '#web/components/Row.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { dayOf } from './paper-data.ts'

export function BulletinLine({ row }: { row: BulletinRow }) {
  const t = useText(bulletinText)
  const lang = useLang()
  const { id, kind, title, placeName, from, to, state, fresh, changed, withdrawnReason } = row
  const period = kind === 'weekly' ? t.period(dayOf(from, lang), dayOf(to, lang)) : t.month(from)
  const note = withdrawnReason ? t.withdrawnWhy(withdrawnReason) : [placeName, t.kinds[kind], period, fresh && t.fresh, changed && t.changed].filter(Boolean).join(' · ') // prettier-ignore
  return (
    <Row
      icon={kind === 'wall' ? 'image' : 'megaphone'}
      title={title}
      note={note}
      to={`/bulletins/${id}`}
      end={state !== 'published' && <Pill tone={state === 'draft' ? 'due' : 'new'}>{t.states[state]}</Pill>}
    />
  )
}
