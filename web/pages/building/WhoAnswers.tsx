/**
 * Who answers for my building, from the nearest level up: each post with its holder, an office's number to tap, and said
 * plainly where nobody holds it, with the way to stand where a selection is open.
 */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { whoAnswers } from '#contracts/people.ts'
import { listSelections, type SelectionView } from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { Card, SectionHead } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { buildingText } from '#web/texts/building.ts'
import { marks } from '#web/texts/marks.ts'
import { StandSheet } from './StandSheet.tsx'

type Level = ReplyOf<typeof whoAnswers>['levels'][number]
type Post = Level['posts'][number]
/** Levels that one sees at once; those above are a tap away. */
const NEAR = 5

export function WhoAnswers({ buildingId }: { buildingId: string }) {
  const t = useText(buildingText)
  const answers = useEndpoint(whoAnswers, { params: { id: buildingId } }, { topics: ['posts'] })
  const selections = useEndpoint(listSelections, {})
  const [all, showAll] = useState(false)
  const [standing, setStanding] = useState<SelectionView>()
  const openFor = (postId: string) =>
    selections.data?.find(
      ({ seats, allowedActions }) => allowedActions.includes('stand') && seats.some((seat) => seat.postId === postId),
    )
  return (
    <>
      <SectionHead title={t.answers} note={t.answersNote} />
      <Loaded query={answers}>
        {({ levels }) => {
          const filled = levels.filter(({ posts, organisations }) => posts.length + organisations.length > 0)
          const shown = all ? filled : filled.slice(0, NEAR)
          if (filled.length === 0) return <Empty mood="quiet" icon="people" title={t.nobody} note={t.nobodyNote} />
          return (
            <>
              {shown.map((level) => (
                <LevelCard key={level.placeId + level.name} level={level} openFor={openFor} onStand={setStanding} />
              ))}
              {shown.length < filled.length && (
                <p className="bd-more">
                  <Button kind="quiet" onClick={() => showAll(true)}>
                    {t.above(filled.slice(NEAR).map(({ placeName }) => placeName))}
                  </Button>
                </p>
              )}
            </>
          )
        }}
      </Loaded>
      {standing && <StandSheet selection={standing} onClose={() => setStanding(undefined)} />}
    </>
  )
}

type LevelProps = {
  level: Level
  openFor: (postId: string) => SelectionView | undefined
  onStand: (selection: SelectionView) => void
}

function LevelCard({ level, openFor, onStand }: LevelProps) {
  const lang = useLang()
  const { name, nameEn, placeName, organisations, posts } = level
  // An organisation without a number says whom to ask by its posts.
  const reached = organisations.filter(({ dutyPhone }) => dutyPhone !== null || posts.length === 0)
  return (
    <section className="bd-level">
      <h3>
        {lang === 'en' ? nameEn : name}
        <small>{placeName}</small>
      </h3>
      <Card>
        {together(posts).map((post) => (
          <PostRow key={post.postId} post={post} selection={openFor(post.postId)} onStand={onStand} />
        ))}
        {reached.map(({ id, name: title, dutyPhone }) => (
          <Row key={id} icon="people" title={title} end={dutyPhone && <Call who={title} phone={dutyPhone} />} />
        ))}
      </Card>
    </section>
  )
}

/** Several of one kind (five grid workers) are one line with all their names; vacant ones stay by themselves. */
function together(posts: readonly Post[]): Post[] {
  const lines = new Map<string, Post>()
  for (const post of posts) {
    const key = post.vacant ? post.postId : `${post.title}/${post.organisationName ?? ''}`
    const line = lines.get(key)
    lines.set(key, line ? { ...line, holders: [...line.holders, ...post.holders] } : post)
  }
  return [...lines.values()]
}

type PostProps = { post: Post; selection: SelectionView | undefined; onStand: (selection: SelectionView) => void }

function PostRow({ post, selection, onStand }: PostProps) {
  const t = useText(buildingText)
  const { comma, list } = useText(marks)
  const { title, organisationName, dutyPhone, vacant, holders } = post
  const names = holders.map(({ name, standsAs }) =>
    [name?.replaceAll('*', '＊') ?? t.ownName, standsAs === 'deputy' && t.deputy].filter(Boolean).join(' '),
  )
  const stands = vacant && selection
  return (
    <Row
      icon={vacant ? 'help' : 'user'}
      title={
        vacant
          ? title
          : [...new Set(names)].map((name, at, all) => (
              <span key={name} className="bd-name">
                {name}
                {at < all.length - 1 && list}
              </span>
            ))
      }
      note={
        vacant ? (
          <span className="bd-vacant">{stands ? `${t.vacant}${comma}${t.vacantNote}` : t.vacant}</span>
        ) : (
          [title, organisationName].filter(Boolean).join(comma)
        )
      }
      end={
        stands ? (
          <Button kind="soft" size="small" onClick={() => onStand(stands)}>
            {t.propose}
          </Button>
        ) : (
          dutyPhone && <Call who={organisationName ?? title} phone={dutyPhone} />
        )
      }
    />
  )
}

function Call({ who, phone }: { who: string; phone: string }) {
  const t = useText(buildingText)
  return (
    <a className="bd-call" href={`tel:${phone}`} aria-label={t.callTo(who, phone)}>
      <Icon name="phone" size={20} />
      <span>{t.call}</span>
    </a>
  )
}
