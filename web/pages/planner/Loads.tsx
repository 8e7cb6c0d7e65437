/** How many members have how many households: standing bars, in the bounds or outside. Nobody’s name. */
import { useText } from '#web/platform/i18n.ts'
import { plannerText } from '#web/texts/planner.ts'

type Props = { loads: readonly number[]; lowest: number; highest: number }

export function Loads({ loads, lowest, highest }: Props) {
  const t = useText(plannerText)
  const shown = Array.from({ length: Math.max(loads.length, highest + 1) }, (_, load) => loads[load] ?? 0)
  const most = Math.max(1, ...shown)
  return (
    <ol className="plan-loads">
      {shown.map((count, load) => (
        <li key={load} aria-label={t.loadBar(load, count)} data-within={load >= lowest && load <= highest}>
          <em>{count || ''}</em>
          <i style={{ height: `${(count / most) * 100}%` }} />
          <span>{load}</span>
        </li>
      ))}
    </ol>
  )
}
