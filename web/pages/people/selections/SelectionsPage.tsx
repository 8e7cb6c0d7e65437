/** Choosing leaders: the selections that one runs, the reserve, and who serves in two bodies. A click opens a selection. */
import { useState } from 'react'
import { listSelections, type SelectionView } from '#contracts/selections.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import type { Tone } from '#web/components/tone.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { marks } from '#web/texts/marks.ts'
import { selectionStatusText, selectionsText } from '#web/texts/selections.ts'
import { PeopleFrame } from '../PeopleFrame.tsx'
import { NewSelection } from './NewSelection.tsx'
import { CrossPanel, ReservePanel } from './Reserve.tsx'
import { SelectionPane } from './SelectionPane.tsx'
import { seatsInWords } from './seats.ts'
import './selections.css'

const TONE: Record<SelectionView['status'], Tone> = {
  nominating: 'doing',
  vetting: 'doing',
  deciding: 'due',
  closed: 'good',
  cancelled: 'new',
}

export function SelectionsPage() {
  const t = useText(selectionsText)
  return (
    <Allowed right="organisations.manage" title={t.title}>
      <Selections />
    </Allowed>
  )
}

function Selections() {
  const t = useText(selectionsText)
  const { fullStop } = useText(marks)
  const selections = useEndpoint(listSelections, {})
  const asked = useSearchWord('new')
  const [openId, open] = useState<string>()
  const [making, make] = useState(asked !== undefined)
  const one = selections.data?.find(({ id }) => id === openId)
  return (
    <PeopleFrame
      tools={
        <Button kind="accent" icon="plus" onClick={() => make(true)}>
          {t.create}
        </Button>
      }
    >
      {one ? (
        <SelectionPane selection={one} onBack={() => open(undefined)} />
      ) : (
        <div className="sl-page">
          <Panel title={t.list} end={<ExportButton kind="selections" />}>
            <Loaded query={selections}>
              {(rows) =>
                rows.length === 0 ? (
                  <p className="panel-none">
                    {t.none}
                    {fullStop}
                    {t.noneNote}
                  </p>
                ) : (
                  <ul className="sl-list">
                    {rows.map((row) => (
                      <li key={row.id}>
                        <Line selection={row} onOpen={() => open(row.id)} />
                      </li>
                    ))}
                  </ul>
                )
              }
            </Loaded>
          </Panel>
          <ReservePanel />
          <CrossPanel />
        </div>
      )}
      {making && <NewSelection onClose={() => make(false)} onDone={open} />}
    </PeopleFrame>
  )
}

function Line({ selection, onOpen }: { selection: SelectionView; onOpen: () => void }) {
  const t = useText(selectionsText)
  const { list } = useText(marks)
  const words = selectionStatusText[useLang() === 'en' ? 'en' : 'zh']
  const { title, organisationName, status, seats, nominateUntil, candidates } = selection
  return (
    <button type="button" className="sl-line" onClick={onOpen}>
      <span>
        <b>{title}</b>
        <small>
          <Facts
            items={[
              organisationName,
              seats.length > 0 && t.forSeats(seatsInWords(seats, t.seat, list)),
              t.nominateUntil(nominateUntil),
              t.count(candidates.length),
            ]}
          />
        </small>
      </span>
      <Pill tone={TONE[status]}>{words[status]}</Pill>
    </button>
  )
}
