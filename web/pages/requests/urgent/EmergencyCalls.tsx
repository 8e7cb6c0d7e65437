/** 110, 119, 120: always beside our own call, never behind it. Source: national emergency numbers of mainland China. */
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { urgentText } from '#web/texts/urgent.ts'

export function EmergencyCalls() {
  const t = useText(urgentText)
  const calls = [
    ['110', t.police],
    ['119', t.fire],
    ['120', t.ambulance],
  ] as const
  return (
    <section className="calls" aria-label={t.first}>
      <p>{t.first}</p>
      <div>
        {calls.map(([number, words]) => (
          <a key={number} href={`tel:${number}`}>
            <Icon name="phone" size={20} />
            {words}
          </a>
        ))}
      </div>
    </section>
  )
}
