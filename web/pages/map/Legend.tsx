/** What the colours of the map say. */
import { toneClass, type Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { mapText } from '#web/texts/map.ts'

const TONES = ['late', 'due', 'doing', 'new'] as const satisfies readonly Tone[]

export function Legend({ look }: { look: 'pins' | 'heat' }) {
  const t = useText(mapText)
  return (
    <p className="mapp-legend">
      {look === 'pins'
        ? TONES.map((tone) => (
            <span key={tone} className={toneClass(tone)}>
              <i />
              {t.legend[tone]}
            </span>
          ))
        : [t.heatLegend, ...t.heatSteps.split('|')].map((words, at) => (
            <span key={words}>
              {at > 0 && <i style={{ background: `var(--heat-${at - 1})`, borderRadius: 3 }} />}
              {words}
            </span>
          ))}
    </p>
  )
}
