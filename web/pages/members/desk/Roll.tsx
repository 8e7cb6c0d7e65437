/** The list of members, by what there is to look at; a row opens the member. */
import { useState } from 'react'
import { listMembers, MEMBER_FILTERS, type MemberFilter, type MemberRow } from '#contracts/members.ts'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { memberText, membersText } from '#web/texts/members.ts'
import { MemberSheet } from './MemberSheet.tsx'

export function Roll({ placeId, waiting }: { placeId: string; waiting: number }) {
  const t = useText(membersText)
  const [filter, setFilter] = useState<MemberFilter>(waiting > 0 ? 'waiting' : 'all')
  const [trail, setTrail] = useState<readonly string[]>([])
  const [open, setOpen] = useState<string>()
  const after = trail.at(-1)
  const list = useEndpoint(
    listMembers,
    { query: { placeId, filter, ...(after && { after }) } },
    { keepLast: true, topics: ['members'] },
  )
  const ask = (next: MemberFilter) => (setFilter(next), setTrail([]))
  return (
    <Panel title={t.filters[filter]} note={t.asks[filter]}>
      <div className="dm-filters" role="group" aria-label={t.filterLabel}>
        {MEMBER_FILTERS.map((one) => (
          <button key={one} type="button" aria-pressed={one === filter} onClick={() => ask(one)}>
            {t.filters[one]}
            {one === 'waiting' && waiting > 0 && <b>{waiting}</b>}
          </button>
        ))}
      </div>
      <Loaded query={list}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 ? (
              <p className="panel-none">{t.none[filter === 'all' ? 'all' : 'filtered']}</p>
            ) : (
              <Table rows={rows} onOpen={setOpen} />
            )}
            <div className="dm-pages">
              {trail.length > 0 && (
                <Button kind="quiet" onClick={() => setTrail(trail.slice(0, -1))}>
                  {t.back}
                </Button>
              )}
              {next && (
                <Button kind="quiet" onClick={() => setTrail([...trail, next])}>
                  {t.more}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
      {open && <MemberSheet id={open} onClose={() => setOpen(undefined)} />}
    </Panel>
  )
}

const TONES: Record<MemberRow['state'], Tone> = {
  waitsForOrganisation: 'due',
  waitsForMember: 'doing',
  confirmed: 'good',
  returned: 'new',
  left: 'new',
}

function Table({ rows, onOpen }: { rows: readonly MemberRow[]; onOpen: (id: string) => void }) {
  const t = useText(membersText)
  const { list } = useText(marks)
  const m = useText(memberText)
  return (
    <table className="grid-table dm-table">
      <thead>
        <tr>
          {[t.name, t.home, t.relation, t.grid, t.card, t.state].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(
          ({ id, name, stage, inService, buildingName, organisation, elsewhere, gridNames, cardStatus, state }) => (
            <tr key={id}>
              <td>
                <button type="button" className="link" onClick={() => onOpen(id)}>
                  {name.replaceAll('*', '＊')}
                </button>
                <small>
                  <Facts items={[m.stages[stage], inService && m.inService]} />
                </small>
              </td>
              <td>{buildingName ?? <span className="dm-gap">{t.noHome}</span>}</td>
              <td>{organisation?.name ?? elsewhere ?? <span className="dm-gap">{m.noRelation}</span>}</td>
              <td>
                {gridNames.length === 1 ? (
                  gridNames[0]
                ) : (
                  <span className="dm-gap">{gridNames.length === 0 ? t.noGrid : t.twoGrids(gridNames.join(list))}</span>
                )}
              </td>
              <td>{cardStatus ? m.cardStates[cardStatus] : ''}</td>
              <td>
                <Pill tone={TONES[state]}>{t.states[state]}</Pill>
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
