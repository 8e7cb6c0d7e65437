/** What was written when it was reported: the words where they say more than the title, and the answers to the questions. */
import type { RequestView } from '#contracts/requests.ts'
import { Card } from '#web/components/Card.tsx'
import { useText } from '#web/platform/i18n.ts'
import { requestText } from '#web/texts/request.ts'

export function Told({ request: { text, title, answers, categoryName, helperCapacity } }: { request: RequestView }) {
  const t = useText(requestText)
  const more = text.trim() !== title.trim() && text.trim() !== ''
  if (!more && answers.length === 0 && !helperCapacity) return null
  return (
    <Card padded className="request-told" label={t.said}>
      {more && <p>{text}</p>}
      <dl>
        {categoryName && <Pair term={t.category} words={categoryName} />}
        {answers.map(({ question, answer }) => (
          <Pair key={question} term={question} words={answer} />
        ))}
      </dl>
      {helperCapacity && <small>{t.helper(helperCapacity)}</small>}
    </Card>
  )
}

const Pair = ({ term, words }: { term: string; words: string }) => (
  <div>
    <dt>{term}</dt>
    <dd>{words}</dd>
  </div>
)
