/** 怎么报: only for the eyes of those who handle it; and, for posts that may, in the name of somebody else. */
import type { CategoryView } from '#contracts/requests.ts'
import { Card } from '#web/components/Card.tsx'
import { Choice, Choices, type Option } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { reportText } from '#web/texts/report.ts'
import type { OnBehalf, Report } from './report.ts'

type How = 'limited' | 'forOther'
type Props = {
  report: Report
  category: CategoryView | undefined
  onChange: (change: Partial<Report>) => void
  phoneError: string | undefined
}

const NOBODY: OnBehalf = { channel: 'door', name: '', phone: '' }
const CHANNELS = ['door', 'walkIn', 'telephone', 'paper'] as const satisfies readonly OnBehalf['channel'][]

export function HowCard({ report, category, onChange, phoneError }: Props) {
  const t = useText(reportText)
  const mayForOthers = useRight('requests.onBehalf')
  const forced = category?.privacy === 'limited'
  const { onBehalf } = report
  const changeOther = (change: Partial<OnBehalf>) => onChange({ onBehalf: { ...(onBehalf ?? NOBODY), ...change } })
  const options: Option<How>[] = [
    { value: 'limited', label: t.limited, icon: 'lock' },
    ...(mayForOthers ? [{ value: 'forOther', label: t.forOther, icon: 'people' } as const] : []),
  ]
  return (
    <Card padded>
      <Choices
        label={t.how}
        options={options}
        {...(forced && { hint: t.limitedForced })}
        values={[...(report.limited || forced ? ['limited' as const] : []), ...(onBehalf ? ['forOther' as const] : [])]}
        onChange={(values) =>
          onChange({
            limited: values.includes('limited') && !forced,
            onBehalf: values.includes('forOther') ? (onBehalf ?? NOBODY) : undefined,
          })
        }
      />
      {onBehalf && (
        <div className="report-part">
          <TextField
            label={t.otherName}
            value={onBehalf.name}
            onChange={(name) => changeOther({ name })}
            maxLength={40}
          />
          <TextField
            label={t.otherPhone}
            type="tel"
            inputMode="tel"
            optional
            value={onBehalf.phone}
            onChange={(phone) => changeOther({ phone })}
            hint={t.otherPhoneHint}
            error={phoneError}
          />
          <div className="report-part">
            <Choice
              label={t.channel}
              value={onBehalf.channel}
              onChange={(channel) => changeOther({ channel })}
              options={CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
            />
          </div>
        </div>
      )}
    </Card>
  )
}
