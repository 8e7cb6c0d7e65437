/**
 * The first page of an empty installation: six steps from nothing to a compound with its check-up. Each says whether it
 * is done, from what is in the registers; the one to do now is open. Source: docs/capabilities/places.md, "First steps".
 */
import { useState, type ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { registerText } from '#web/texts/register.ts'
import { BulkSheet } from './BulkSheet.tsx'
import { CompoundStep } from './CompoundStep.tsx'
import { DivisionStep } from './DivisionStep.tsx'
import type { FirstState } from './first-steps.ts'
import './first-steps.css'

type Step = { key: string; title: string; hint: string; done: string | undefined; body: ReactNode }

export function FirstStepsPage({ state }: { state: FirstState }) {
  const t = useText(registerText)
  const steps = useSteps(state)
  const now = steps.findIndex(({ done }) => done === undefined)
  return (
    <div className="pfirst">
      <header>
        <h1>{t.steps}</h1>
        <p>{t.stepsNote}</p>
      </header>
      <ol>
        {steps.map(({ key, title, hint, done, body }, at) => (
          <li
            key={key}
            data-state={done !== undefined ? 'done' : at === now ? 'now' : 'later'}
            aria-current={at === now ? 'step' : undefined}
          >
            <span className="pfirst-mark" aria-hidden="true">
              {done !== undefined ? <Icon name="check" size={18} /> : at + 1}
            </span>
            <div>
              <h2>
                {title}
                <small>{done !== undefined ? done || t.done : at === now ? t.now : t.later}</small>
              </h2>
              {at === now && <p>{hint}</p>}
              {at === now &&
                (key === 'division' || key === 'compound' ? body : <div className="pfirst-do">{body}</div>)}
              {done !== undefined && at !== now && key !== 'division' && key !== 'compound' && (
                <div className="pfirst-again">{body}</div>
              )}
            </div>
          </li>
        ))}
      </ol>
      {state.compound && (
        <p>
          <Link to="/register/$placeId" params={{ placeId: state.compound.place.id }} className="link">
            {t.toRegister}
          </Link>
        </p>
      )}
    </div>
  )
}

function useSteps({ topId, communities, compound, held, vacant, gaps }: FirstState): Step[] {
  const t = useText(registerText)
  const { list } = useText(marks)
  const words = t.step
  const [isBulk, setBulk] = useState(false)
  const placeId = compound?.place.id ?? ''
  const households = compound?.place.households ?? 0
  const { buildings = 0, basicGrids = 0, areas = 0 } = compound?.counts ?? {}
  const [community] = communities
  return [
    {
      key: 'division',
      title: words.division,
      hint: words.divisionHint,
      done:
        community &&
        communities
          .map(({ name }) => name)
          .slice(0, 3)
          .join(list),
      body: <DivisionStep topId={topId} />,
    },
    {
      key: 'compound',
      title: words.compound,
      hint: words.compoundHint,
      done: compound?.place.name,
      body: <CompoundStep communities={communities} />,
    },
    {
      key: 'homes',
      title: words.homes,
      hint: words.homesHint,
      done: households > 0 ? words.homesDone(String(buildings), String(households)) : undefined,
      body: (
        <>
          <Link to="/import" search={{ kind: 'homes', placeId }} className="btn btn-accent btn-main">
            {words.homesImport}
          </Link>
          <button type="button" className="btn btn-plain btn-main" onClick={() => setBulk(true)}>
            {t.bulk}
          </button>
          {isBulk && compound && <BulkSheet place={compound.place} onClose={() => setBulk(false)} />}
        </>
      ),
    },
    {
      key: 'grids',
      title: words.grids,
      hint: words.gridsHint,
      done: basicGrids > 0 ? words.gridsDone(basicGrids, areas) : undefined,
      body: (
        <>
          <Link to="/register/$placeId/grids" params={{ placeId }} className="btn btn-accent btn-main">
            {words.gridsGo}
          </Link>
          <Link to="/planner" search={{ kind: 'grids', placeId }} className="btn btn-plain btn-main">
            {words.gridsPlan}
          </Link>
        </>
      ),
    },
    {
      key: 'posts',
      title: words.posts,
      hint: words.postsHint,
      done: held > 0 ? words.postsDone(held, vacant) : undefined,
      body: (
        <Link to="/posts" search={{ placeId }} className="btn btn-accent btn-main">
          {words.postsGo}
        </Link>
      ),
    },
    {
      key: 'checkup',
      title: words.checkup,
      hint: words.checkupHint,
      done: gaps === undefined ? undefined : words.checkupDone(gaps),
      body: (
        <Link to="/checkup" search={{ placeId }} className="btn btn-accent btn-main">
          {words.checkupGo}
        </Link>
      ),
    },
  ]
}
