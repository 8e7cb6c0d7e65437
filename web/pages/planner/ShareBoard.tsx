/** Fair share: households, members and pairings of each grid beside the custom, and how many households members have. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { fairShare } from '#contracts/pairings.ts'
import { Button } from '#web/components/Button.tsx'
import { useText } from '#web/platform/i18n.ts'
import { plannerText } from '#web/texts/planner.ts'
import { Loads } from './Loads.tsx'

type Share = ReplyOf<typeof fairShare>

export function ShareBoard({ share, onBalance }: { share: Share; onBalance: () => void }) {
  const t = useText(plannerText)
  const [perLow = 0, perHigh = 0] = share.bounds.householdsPerMember
  const [low = 0, high = 0] = share.bounds.membersPerGrid
  const each = (households: number, members: number) => (members > 0 ? (households / members).toFixed(1) : '–')
  return (
    <>
      <dl className="plan-figures">
        <Figure name={t.households} value={share.households} />
        <Figure name={t.members} value={share.members} />
        <Figure name={t.paired} value={t.pairedOf(share.paired, share.households)} />
        <Figure name={t.perMember2} value={each(share.households, share.members)} />
      </dl>
      {share.grids.length > 0 ? (
        <table className="grid-table plan-table">
          <thead>
            <tr>
              <th scope="col">{t.grid}</th>
              <th scope="col" className="num">
                {t.households}
              </th>
              <th scope="col" className="num">
                {t.members}
              </th>
              <th scope="col" className="num">
                {t.perMember2}
              </th>
              <th scope="col" className="num">
                {t.paired}
              </th>
            </tr>
          </thead>
          <tbody>
            {share.grids.map((grid) => (
              <tr key={grid.placeId}>
                <td>{grid.name}</td>
                <td className="num">{grid.households}</td>
                <td className="num">
                  {grid.members}
                  {grid.members < low && <small className="plan-off">{t.few}</small>}
                  {grid.members > high && <small className="plan-off">{t.many}</small>}
                </td>
                <td className="num">{each(grid.households, grid.members)}</td>
                <td className="num">
                  {grid.paired}
                  {grid.proposed > 0 && <small>{t.asked(grid.proposed)}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="panel-none">{t.noGrids}</p>
      )}
      {share.members > 0 && (
        <>
          <h3 className="sec">
            {t.loads}
            <em>{t.loadsNote}</em>
          </h3>
          <Loads loads={share.loads} lowest={perLow} highest={perHigh} />
          <div className="plan-end">
            <small>{t.custom(low, high, perLow, perHigh)}</small>
            <Button size="small" icon="scale" onClick={onBalance}>
              {t.balance}
            </Button>
          </div>
        </>
      )}
    </>
  )
}

export const Figure = ({ name, value, before }: { name: string; value: string | number; before?: string | number }) => (
  <div>
    <dt>{name}</dt>
    <dd>
      <b>{value}</b>
      {before !== undefined && before !== value && <small>{before}</small>}
    </dd>
  </div>
)
