/**
 * Two places, or two periods of one, side by side with their differences; below, all places (or organisations) of the first
 * side with a rate, ranked. What rests on fewer than RANKED_FROM is neither compared nor ranked, and that is said.
 */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page, Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { insightText } from '#web/texts/insight.ts'
import { useOverview } from './figures.ts'
import { League } from './League.tsx'
import { readLook, searchOf } from './look.ts'
import { before, todayIn } from './period.ts'
import { PlaceChoice } from './PlaceChoice.tsx'
import type { Side } from './side.ts'
import { SideTable } from './SideTable.tsx'
import { PeriodChoice } from './Tools.tsx'
import { Waiting } from './Waiting.tsx'
import './insight.css'
import './compare.css'

export function ComparePage() {
  const t = useText(insightText)
  return (
    <Allowed right="figures.view" title={t.compare}>
      <Compare />
    </Allowed>
  )
}

/** The sides in the address: a and b are places, from and to the first period, from2 and to2 the second. */
function useSides() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const today = todayIn(useNow())
  const { from, to } = readLook(search, today)
  const placeOf = (name: string) => (search[name] === undefined ? {} : { placeId: String(search[name]) })
  const a: Side = { from, to, ...placeOf('a') }
  const sameTime = { from: search['from2'] ?? from, to: search['to2'] ?? to }
  // without a second place or period, it is held against its own past
  const second = search['b'] === undefined && search['from2'] === undefined ? before(a) : readLook(sameTime, today)
  const b: Side = { from: second.from, to: second.to, ...placeOf(search['b'] === undefined ? 'a' : 'b') }
  const change = (nextA: Side, nextB: Side) =>
    void navigate({
      to: '/insight/compare',
      replace: true,
      search: searchOf({
        a: nextA.placeId,
        from: nextA.from,
        to: nextA.to,
        b: nextB.placeId === nextA.placeId ? undefined : nextB.placeId,
        from2: nextB.from,
        to2: nextB.to,
      }),
    })
  return { a, b, today, change }
}

function Compare() {
  const t = useText(insightText)
  const { a, b, today, change } = useSides()
  const [first, second] = [useOverview(a), useOverview(b)]
  const same = a.placeId === b.placeId && a.from === b.from && a.to === b.to
  return (
    <Page
      title={t.compare}
      note={t.compareNote}
      tools={
        <>
          <button type="button" className="text-btn" onClick={() => change(b, a)}>
            {t.swap}
          </button>
          <Link to="/insight" search={searchOf(a)} className="text-btn">
            {t.back}
          </Link>
        </>
      }
    >
      <div className="cmp">
        <Panel title={t.bothSides}>
          <div className="cmp-sides">
            <SideChoice
              label={t.sideA}
              side={a}
              name={first.data?.place.name}
              today={today}
              onChange={(next) => change(next, b)}
            />
            <SideChoice
              label={t.sideB}
              side={b}
              name={second.data?.place.name}
              today={today}
              onChange={(next) => change(a, next)}
            />
          </div>
          {same && <p className="panel-none">{t.sameBoth}</p>}
          <Loaded query={first} skeleton={<Waiting />}>
            {(figures) => (
              <Loaded query={second} skeleton={<Waiting />}>
                {(others) => <SideTable sides={[a, b]} figures={[figures, others]} />}
              </Loaded>
            )}
          </Loaded>
        </Panel>
        <League look={a} />
      </div>
    </Page>
  )
}

type SideChoiceProps = {
  label: string
  side: Side
  name: string | undefined
  today: string
  onChange: (side: Side) => void
}

const SideChoice = ({ label, side: { placeId, from, to }, name, today, onChange }: SideChoiceProps) => (
  <fieldset>
    <legend>{label}</legend>
    <PlaceChoice
      label={label}
      placeId={placeId}
      name={name}
      onChange={(next) => onChange({ from, to, ...(next && { placeId: next }) })}
    />
    <PeriodChoice
      label={label}
      period={{ from, to }}
      today={today}
      onChange={(period) => onChange({ ...period, ...(placeId && { placeId }) })}
    />
  </fieldset>
)
