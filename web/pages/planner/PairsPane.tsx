/** Proposed pairs: how loads and walks come out beside today’s, and household by household with another member to choose. */
import { useState } from 'react'
import { metresBetween } from '#contracts/planner-figures.ts'
import { editPlan, type PairPlanProposal, type PlanView } from '#contracts/planner.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { TextField } from '#web/components/Field.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plannerText } from '#web/texts/planner.ts'
import { ApplyButton } from './ApplySheet.tsx'
import { Loads } from './Loads.tsx'
import { Figure } from './ShareBoard.tsx'
import { SolverPanel } from './SolverPanel.tsx'

export type PairsOfPlan = NonNullable<PlanView['pairings']>
type Home = PairPlanProposal['homes'][number]

/** A screen or two; the rest is found by typing. */
const MOST_SHOWN = 60
const MOST_OFFERED = 12

export function PairsPane({ plan, view }: { plan: PlanView; view: PairsOfPlan }) {
  const t = useText(plannerText)
  const { proposal, figures, today } = view
  const [lowest = 0, highest = 0] = proposal.bounds
  return (
    <div className="plan-work plan-pairs">
      <Panel title={t.homeList} className="plan-homes">
        <Homes plan={plan} proposal={proposal} />
      </Panel>
      <aside className="plan-side">
        <SolverPanel plan={plan} />
        <Panel title={t.proposal}>
          <dl className="plan-figures">
            <Figure name={t.paired} value={t.homes(figures.paired)} before={`${t.today} ${t.homes(today.paired)}`} />
            <Figure name={t.unpaired} value={t.homes(figures.unpaired)} />
            <Figure name={t.distance} value={t.metres(figures.metresMean)} />
            <Figure name={t.farthest} value={t.metres(figures.metresMost)} />
            <Figure name={t.below} value={t.people(figures.below)} before={`${t.today} ${t.people(today.below)}`} />
            {figures.above > 0 && <Figure name={t.above} value={t.people(figures.above)} />}
            {figures.handovers > 0 && <Figure name={t.handovers} value={t.homes(figures.handovers)} />}
          </dl>
          <h3 className="sec">
            {t.loads}
            <em>{t.loadsNote}</em>
          </h3>
          <Loads loads={figures.loads} lowest={lowest} highest={highest} />
        </Panel>
        <ApplyButton plan={plan} />
      </aside>
    </div>
  )
}

function Homes({ plan, proposal }: { plan: PlanView; proposal: PairPlanProposal }) {
  const t = useText(plannerText)
  const say = useProblem()
  const [q, setQ] = useState('')
  const save = useCommand(editPlan)
  const nameOf = (at: number | null) => (at === null ? undefined : proposal.members[at])
  const found = proposal.homes.filter((home) =>
    [home.name, nameOf(home.member)?.name, nameOf(home.member)?.buildingName].some((word) => word?.includes(q.trim())),
  )
  const change = ({ homePlaceId }: Home, value: string) =>
    save.send({ params: { id: plan.id }, body: { seq: plan.seq, pairs: [{ homePlaceId, personId: value || null }] } })
  const mayEdit = plan.allowedActions.includes('edit')
  return (
    <>
      <TextField
        label={t.findHome}
        hideLabel
        type="search"
        placeholder={t.findHome}
        value={q}
        onChange={setQ}
        maxLength={40}
      />
      {save.error && <p role="alert">{say(save.error)}</p>}
      <div className="plan-scroll">
        <table className="grid-table plan-table">
          <thead>
            <tr>
              <th scope="col">{t.home}</th>
              <th scope="col">{t.member}</th>
              <th scope="col" className="num">
                {t.distance}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, MOST_SHOWN).map((home) => {
              const member = nameOf(home.member)
              const before = home.was !== null && home.was !== home.member ? nameOf(home.was) : undefined
              return (
                <tr key={home.homePlaceId}>
                  <td>{home.name}</td>
                  <td>
                    {mayEdit ? (
                      <select
                        className="select"
                        aria-label={`${t.member} ${home.name}`}
                        value={member?.personId ?? ''}
                        onChange={({ target: { value } }) => change(home, value)}
                      >
                        <option value="">{t.noMember}</option>
                        {offered(proposal, home).map(({ personId, name, buildingName }) => (
                          <option key={personId} value={personId}>
                            {t.memberOf(name.replaceAll('*', '＊'), buildingName)}
                          </option>
                        ))}
                      </select>
                    ) : (
                      member && t.memberOf(member.name.replaceAll('*', '＊'), member.buildingName)
                    )}
                    {before && (
                      <small>
                        {t.wasMember} {before.name.replaceAll('*', '＊')}
                      </small>
                    )}
                  </td>
                  <td className="num">{member && t.metres(metresBetween(home, member))}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {found.length > MOST_SHOWN && <p className="plan-hint">{t.shownOf(MOST_SHOWN, found.length)}</p>}
    </>
  )
}

/** The nearest members, whoever is proposed and whoever has it today; never somebody who lives there. */
function offered({ members }: PairPlanProposal, home: Home) {
  const near = members
    .filter(({ homePlaceId }) => homePlaceId !== home.homePlaceId)
    .toSorted((a, b) => metresBetween(home, a) - metresBetween(home, b))
    .slice(0, MOST_OFFERED)
  const must = [home.member, home.was].flatMap((at) => (at === null ? [] : (members[at] ?? [])))
  return [...new Set([...must, ...near])]
}
