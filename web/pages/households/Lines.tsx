/** Each line of the file; tapped, it says what it is for, on what ground, and until when. */
import type { OwnLine } from '#contracts/households.ts'
import { Card } from '#web/components/Card.tsx'
import { useText } from '#web/platform/i18n.ts'
import { glassText } from '#web/texts/glassFile.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { useValueWords } from './value-words.ts'

export function Lines({ lines }: { lines: readonly OwnLine[] }) {
  const t = useText(glassText)
  const words = useText(householdWords)
  const inWords = useValueWords()
  return (
    <Card>
      {lines.map(({ field, value, purpose, basis, keep }, at) => (
        <details key={`${field}${at}`} className="glass-line">
          <summary>
            <span>{words.fields[field]}</span>
            <b>{inWords(field, value)}</b>
          </summary>
          <dl>
            <dt>{t.why}</dt>
            <dd>{words.purposes[purpose]}</dd>
            <dt>{t.ground}</dt>
            <dd>{words.bases[basis]}</dd>
            <dt>{t.until}</dt>
            <dd>{words.keeps[keep]}</dd>
          </dl>
        </details>
      ))}
    </Card>
  )
}
