/** What was written when it was reported: the words where they say more than the title, and the answers to the questions. */
import { listCategories, type RequestView } from '#contracts/requests.ts'
import { Card } from '#web/components/Card.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { requestText } from '#web/texts/request.ts'

export function Told({ request }: { request: RequestView }) {
  const t = useText(requestText)
  const { text, title, answers, helperCapacity } = request
  const category = useCategoryName(request)
  const more = text.trim() !== title.trim() && text.trim() !== ''
  if (!more && answers.length === 0 && !helperCapacity) return null
  return (
    <Card padded className="request-told" label={t.said}>
      {more && <p>{text}</p>}
      <dl>
        {category && <Pair term={t.category} words={category} />}
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

/** Rows carry the district's own name of the category; its English one is in the list. */
function useCategoryName({ categoryCode, categoryName }: RequestView): string | null {
  const english = useLang() === 'en' && categoryCode !== null
  const { data } = useEndpoint(listCategories, {}, { enabled: english })
  return (english && data?.find(({ code }) => code === categoryCode)?.nameEn) || categoryName
}
