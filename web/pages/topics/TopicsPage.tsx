/** Hot topics: open requests that speak of one thing, the most voices first, each with what is common and the rows behind. */
import { useState, type CSSProperties } from 'react'
import { Link } from '@tanstack/react-router'
import { listTopics, type Topic } from '#contracts/topics.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import '#web/components/Button.css'
import { Facts } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { useTime } from '#web/platform/time.ts'
import { topicsText } from '#web/texts/topics.ts'
import { TopicRows } from './TopicRows.tsx'
import './topics.css'

export function TopicsPage() {
  const t = useText(topicsText)
  return (
    <Allowed right="figures.view" title={t.title}>
      <Topics />
    </Allowed>
  )
}

function Topics() {
  const t = useText(topicsText)
  const { dayTime } = useTime()
  const placeId = useSearchWord('placeId')
  const query = useEndpoint(listTopics, { query: placeId ? { placeId } : {} }, { topics: ['requests'] })
  const { data } = query
  return (
    <Page
      title={t.title}
      note={data && (data.foundAt ? t.note(data.among, dayTime(data.foundAt)) : t.never)}
      tools={
        <Link to="/insight" search={placeId ? { placeId } : {}} className="text-btn">
          {t.back}
        </Link>
      }
    >
      <Loaded query={query}>
        {({ topics }) =>
          topics.length === 0 ? (
            <Empty title={t.none} note={t.noneHint} />
          ) : (
            <>
              <p className="topics-how">{t.how}</p>
              <ol className="topics">
                {topics.map((topic) => (
                  <TopicCard key={topic.id} topic={topic} most={topics[0]?.voices ?? 1} />
                ))}
              </ol>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function TopicCard({ topic, most }: { topic: Topic; most: number }) {
  const t = useText(topicsText)
  const { day } = useTime()
  const [open, setOpen] = useState(false)
  const { id, words, count, voices, overdue, firstAt, newestAt, places, categories, handlers, rows } = topic
  return (
    <li className="panel topic">
      <header>
        <h2>{words.join(' · ')}</h2>
        <span className="topic-voices" style={barOf(voices / most)}>
          {t.voices(voices)}
        </span>
      </header>
      <p className="topic-facts">
        <Facts items={[t.count(count), t.since(day(firstAt)), t.newest(day(newestAt))]} />
        {overdue > 0 && <Pill tone="late">{t.overdue(overdue)}</Pill>}
      </p>
      <dl className="topic-common">
        <Common title={t.where} shares={places} count={count} />
        <Common title={t.what} shares={categories} count={count} />
        <Common title={t.who} shares={handlers} count={count} none={t.nobody} />
      </dl>
      {open && <TopicRows rows={rows} id={`topic-${id}`} />}
      <div className="topic-acts">
        <button type="button" className="btn btn-soft btn-small" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t.fold : t.open}
        </button>
        <Link className="btn btn-quiet btn-small" to="/" search={{ q: words[0] }}>
          {t.search}
        </Link>
      </div>
    </li>
  )
}

const barOf = (share: number) => ({ '--share': share }) as CSSProperties // React's types know no custom properties

type CommonProps = { title: string; shares: Topic['places']; count: number; none?: string }

const Common = ({ title, shares, count, none }: CommonProps) => (
  <div>
    <dt>{title}</dt>
    {shares.length === 0 && none && <dd>{none}</dd>}
    {shares.map((one) => (
      <dd key={one.name}>
        {one.name}
        {count > one.count || shares.length > 1 ? <small> {one.count}</small> : null}
      </dd>
    ))}
  </div>
)
