/** Who answers for a place now, level by level from the nearest up; a post that nobody holds stands out. */
import { Link } from '@tanstack/react-router'
import { whoAnswers, type AnswerableLevel } from '#contracts/people.ts'
import type { RegisterPlace } from '#contracts/places.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { registerText } from '#web/texts/register.ts'

export function WhoAnswers({ place }: { place: RegisterPlace }) {
  const t = useText(registerText)
  const mayAppoint = useRight('posts.appoint')
  const found = useEndpoint(whoAnswers, { params: { id: place.id } })
  return (
    <Panel
      title={t.answers}
      note={t.answersNote}
      end={
        mayAppoint && (
          <Link to="/posts" search={{ placeId: place.id }} className="text-btn end">
            {t.appoint}
          </Link>
        )
      }
    >
      <Loaded query={found} skeleton={null}>
        {({ levels }) => {
          const held = levels.filter(({ posts }) => posts.length > 0)
          if (held.length === 0) return <p className="panel-none">{t.noOne}</p>
          return held.map((level) => <Level key={`${level.name}${level.placeId}`} level={level} />)
        }}
      </Loaded>
    </Panel>
  )
}

function Level({ level: { name, nameEn, placeName, posts } }: { level: AnswerableLevel }) {
  const t = useText(registerText)
  const { list } = useText(marks)
  const isEnglish = useLang() === 'en'
  return (
    <section className="pwho">
      <h3>
        {isEnglish ? nameEn : name} <small>{placeName}</small>
      </h3>
      <ul>
        {posts.map(({ postId, title, organisationName, vacant, holders }) => (
          <li key={postId}>
            <span>
              {title}
              {organisationName && <small>{organisationName}</small>}
            </span>
            {vacant ? (
              <Link to="/posts" search={{ appoint: postId }} className="pp-vacant">
                {t.vacant}
              </Link>
            ) : (
              <b>{holders.flatMap(({ name: holder }) => holder ?? []).join(list)}</b>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
