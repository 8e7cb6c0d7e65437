/** What matters, three plain choices each. */
import type { Weigh } from '#contracts/planner.ts'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { plannerText } from '#web/texts/planner.ts'

const NAMES = ['even', 'near', 'stay'] as const
const WEIGHTS = ['0', '1', '2'] as const

export function WeighFields({ weigh, onChange }: { weigh: Weigh; onChange: (weigh: Weigh) => void }) {
  const t = useText(plannerText)
  return (
    <fieldset className="plan-weigh">
      <legend>{t.weigh}</legend>
      {NAMES.map((name) => (
        <div key={name}>
          <span>{t[name]}</span>
          <Segments
            label={t[name]}
            value={WEIGHTS[weigh[name]] ?? '1'}
            onChange={(value) => onChange({ ...weigh, [name]: Number(value) })}
            segments={WEIGHTS.map((value) => ({ value, label: t.weights[Number(value)] ?? '' }))}
          />
        </div>
      ))}
    </fieldset>
  )
}
