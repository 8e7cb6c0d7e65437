/** The notice of one purpose in two layers: a sentence, and what it means in full. */
import type { ConsentPurpose } from '#contracts/households.ts'
import { useText } from '#web/platform/i18n.ts'
import { householdWords } from '#web/texts/householdWords.ts'

export function Notice({ purpose }: { purpose: ConsentPurpose }) {
  const { short, more } = useText(householdWords).notices[purpose]
  return (
    <div className="hh-notice">
      <p>{short}</p>
      <ul>
        {more.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
