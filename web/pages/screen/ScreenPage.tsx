/**
 * 万家灯火, the wall display: what was put right today, as lamps in the town at night. A change is there within a second by
 * the live line, and every 20 seconds it looks anyway; without a line it keeps the last picture, dimmed, and says of when.
 * It hangs for weeks: it moves a little against burning in, and begins afresh once a night (use-wall.ts).
 * Source: look.md, "Wall display".
 */
import { useEffect } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { screenBoard } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { screenText } from '#web/texts/screen.ts'
import { monthAndDay } from '#web/texts/time.ts'
import { City } from './City.tsx'
import { Latest } from './Latest.tsx'
import { Month } from './Month.tsx'
import { useTown } from './use-town.ts'
import { useDrift, useFreshMorning, useLive } from './use-wall.ts'
import './ScreenPage.css'

type Board = ReplyOf<typeof screenBoard>
const LOOK_AGAIN_MS = 20_000
/** Three looks that did not come. */
const STALE_MS = 3 * LOOK_AGAIN_MS
const SIGN_IN = '/sign-in?next=/screen'

export function ScreenPage() {
  const board = useEndpoint(screenBoard, {}, { refetchInterval: LOOK_AGAIN_MS, topics: ['requests'] })
  const code = board.error?.code
  useLive(board.data !== undefined)
  useFreshMorning(board.data?.at)
  useEffect(() => {
    if (code === 'sign_in_required') location.replace(SIGN_IN)
  }, [code])
  if (board.data) return <Wall board={board.data} failing={board.isError} />
  if (board.error && code !== 'sign_in_required')
    return <Closed code={board.error.code} retry={() => void board.refetch()} />
  return <div className="wall" aria-busy="true" />
}

function Wall({ board, failing }: { board: Board; failing: boolean }) {
  const t = useText(screenText)
  const { now, number, hourMinute } = useTime()
  const { shapes, bounds, ready } = useTown(board.placeId)
  const stale = failing || now.getTime() - new Date(board.at).getTime() > STALE_MS
  const { solved, open, late, submitted, medianHours } = board.today
  return (
    <main className="wall" data-stale={stale} style={useDrift()}>
      <div className="wall-sky" />
      {ready && bounds && <City board={board} shapes={shapes} bounds={bounds} />}
      <header className="wall-head">
        <p>{t.place(board.placeName, board.gridCount)}</p>
        <h1>{solved === 0 ? t.none : <Headline words={t.lit} count={solved} />}</h1>
        <p>{t.what(number(board.monthSolved))}</p>
      </header>
      <div className="wall-foot">
        <dl className="wall-figures">
          <Figure word={t.open} value={open} unit={t.thing} />
          <Figure word={t.median} value={medianHours} unit={t.hours} />
          <Figure word={t.submitted} value={submitted} unit={t.thing} />
          <Figure word={t.late} value={late} unit={t.thing} />
        </dl>
        <Month month={board.month} />
      </div>
      <aside className="wall-side">
        <Clock />
        <Latest rows={board.latest} today={solved} />
        <Invite />
      </aside>
      {stale && (
        <p className="wall-stale" role="status">
          <Icon name="no-signal" size={24} />
          {t.stale(hourMinute(board.at))}
        </p>
      )}
    </main>
  )
}

function Headline({ words, count }: { words: string; count: number }) {
  const [before, after] = words.split('{n}')
  const { number } = useTime()
  return (
    <>
      {before}
      <b>{number(count)}</b>
      {after}
    </>
  )
}

function Figure({ word, value, unit }: { word: string; value: number | null; unit: string }) {
  const t = useText(screenText)
  const { number } = useTime()
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        {value === null ? <small>{t.none1}</small> : number(value)}
        {value !== null && <small>{unit}</small>}
      </dd>
    </div>
  )
}

function Clock() {
  const t = useText(screenText)
  const { now, hourMinute, weekday } = useTime()
  const { month, day } = monthAndDay(now)
  return (
    <p className="wall-clock">
      <span>
        {t.month(month, day)} {weekday(now)}
      </span>
      <time dateTime={now.toISOString()}>{hourMinute(now)}</time>
    </p>
  )
}

/** How a lamp comes to be: the one thing a passer-by can do. */
function Invite() {
  const t = useText(screenText)
  const { data: me } = useMe()
  return (
    <section className="wall-invite">
      <h2>{t.invite}</h2>
      <p>{me && t.inviteHow(me.tenant.hotline)}</p>
      <Icon name="camera" size={40} />
    </section>
  )
}

function Closed({ code, retry }: { code: string; retry: () => void }) {
  const t = useText(screenText)
  const say = useProblem()
  const mayNot = code === 'right_required'
  return (
    <main className="wall wall-closed">
      <h1>{mayNot ? t.noRight : t.failed}</h1>
      <p>{mayNot ? t.noRightHint : say({ code })}</p>
      {mayNot ? (
        <Button kind="accent" href={SIGN_IN}>
          {t.signIn}
        </Button>
      ) : (
        <Button kind="accent" onClick={retry}>
          {t.retry}
        </Button>
      )}
    </main>
  )
}
