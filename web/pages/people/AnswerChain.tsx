/** Who answers for a place now: the chain of responsibility, nearest level first; holders masked, reached by duty phone. */
import { whoAnswers, type AnswerableLevel } from '#contracts/people.ts'
import { Loaded } from '#web/components/Loaded.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { peopleText } from '#web/texts/people.ts'

export function AnswerChain({ placeId }: { placeId: string }) {
  const t = useText(peopleText)
  const answers = useEndpoint(
    whoAnswers,
    { params: { id: placeId } },
    { topics: ['posts', 'organisations', 'chain'], keepLast: true },
  )
  return (
    <Panel title={t.answers} note={t.answersNote} className="pp-answers">
      <Loaded query={answers}>
        {({ levels }) => (
          <ol className="pp-chain">
            {levels.map((level) => (
              <Level key={`${level.placeId} ${level.name}`} level={level} />
            ))}
          </ol>
        )}
      </Loaded>
    </Panel>
  )
}

function Level({ level: { name, nameEn, placeName, posts, organisations } }: { level: AnswerableLevel }) {
  const t = useText(peopleText)
  const { list } = useText(marks)
  const lang = useLang()
  return (
    <li>
      <h3>
        {lang === 'en' ? nameEn : name} <small>{placeName}</small>
      </h3>
      {organisations.map((one) => (
        <p key={one.id}>
          {one.name}
          {one.dutyPhone && <small> {t.duty(one.dutyPhone)}</small>}
        </p>
      ))}
      {posts.length === 0 && organisations.length === 0 && <p className="pp-vacant">{t.noAnswer}</p>}
      {posts.map(({ postId, title, vacant, holders, dutyPhone }) => (
        <p key={postId}>
          {vacant ? (
            <span className="pp-vacant">{t.vacant}</span>
          ) : (
            <b>
              {holders
                .map(
                  (one) =>
                    `${one.name?.replaceAll('*', '＊') ?? t.onDuty}${one.standsAs === 'deputy' ? t.deputyMark : ''}`,
                )
                .join(list)}
            </b>
          )}{' '}
          {title}
          {dutyPhone && <small> {t.duty(dutyPhone)}</small>}
        </p>
      ))}
    </li>
  )
}
