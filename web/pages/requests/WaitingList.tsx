/** The most urgent question as a card, the others as rows under it; a tap on a row makes it the card. */
import { useState } from 'react'
import type { Waiting } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Clock } from '#web/components/Clock.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Row } from '#web/components/Row.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useSettings } from '#web/platform/settings.ts'
import { homeText } from '#web/texts/home.ts'
import { QUESTIONS } from './questions.ts'
import { WaitingCard } from './WaitingCard.tsx'

const ROWS_FIRST = 3

/** The same question may come again in a later round. */
const keyOf = ({ key, request }: Waiting) => `${key}-${request.seq}`

export function WaitingList({ waiting, total }: { waiting: readonly Waiting[]; total: number }) {
  const t = useText(homeText)
  const large = useSettings().print > 0
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const [chosen, setChosen] = useState<string>()
  const [all, setAll] = useState(false)

  const left = waiting.filter((one) => !gone.has(keyOf(one)))
  const first = left.find((one) => keyOf(one) === chosen) ?? left[0]
  if (!first)
    return (
      <Empty
        title={t.done}
        note={t.doneNote}
        action={
          <Button kind="quiet" to="/nearby">
            {t.seeNearby}
          </Button>
        }
      />
    )
  const others = left.filter((one) => one !== first)
  const shown = all ? others : others.slice(0, large ? 0 : ROWS_FIRST)
  const more = Math.max(others.length, total - gone.size - 1) - shown.length
  return (
    <Card label={t.waiting}>
      <WaitingCard
        key={keyOf(first)}
        waiting={first}
        problem={problems[keyOf(first)]}
        onGone={(isGone, problem) => {
          const key = keyOf(first)
          setGone((now) => new Set(isGone ? [...now, key] : [...now].filter((one) => one !== key)))
          if (problem) setProblems((now) => ({ ...now, [key]: problem }))
          setChosen(isGone ? undefined : key)
        }}
      />
      {shown.map((one) => (
        <Row
          key={keyOf(one)}
          icon={QUESTIONS[one.question].icon}
          title={t.ask[one.question](one.request.title, one.request.kind === 'problem')}
          note={one.request.placeName}
          end={one.request.dueAt && <Clock look="pill" dueAt={one.request.dueAt} amberAt={one.request.amberAt} />}
          onClick={() => setChosen(keyOf(one))}
        />
      ))}
      {more > 0 && (
        <Row
          title={t.moreWaiting(more)}
          {...(others.length > shown.length ? { onClick: () => setAll(true) } : { to: '/mine' })}
        />
      )}
    </Card>
  )
}
