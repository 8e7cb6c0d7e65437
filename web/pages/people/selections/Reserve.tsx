/** The reserve of future secretaries and heads, and who serves in two bodies at once: information for choosing people. */
import { useState } from 'react'
import { addReserve, crossAppointments, endReserve, listReserve } from '#contracts/people.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { Button } from '#web/components/Button.tsx'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import { PersonPick } from '../PersonPick.tsx'

type Row = ReplyOf<typeof listReserve>[number]

export function ReservePanel() {
  const t = useText(peopleText)
  const { list } = useText(marks)
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const reserve = useEndpoint(listReserve, {})
  const [adding, add] = useState(false)
  const [ending, end] = useState<Row>()
  return (
    <Panel
      title={t.reserve}
      note={t.reserveNote}
      end={
        <button type="button" className="text-btn" onClick={() => add(true)}>
          {t.addReserve}
        </button>
      }
    >
      <Loaded query={reserve}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className="panel-none">{t.noReserve}</p>}
            {rows.map((row) => (
              <p key={row.id} className="pp-tie">
                <b>{row.name.replaceAll('*', '＊')}</b>
                <small>
                  <Facts
                    items={[
                      `${t.reserveFor} ${kinds[row.postKind]}`,
                      row.placeName,
                      row.reason,
                      row.postTitles.join(list),
                      t.since(row.fromOn),
                    ]}
                  />
                </small>
                {row.mayChange && (
                  <button type="button" className="text-btn" onClick={() => end(row)}>
                    {t.endReserve}
                  </button>
                )}
              </p>
            ))}
          </>
        )}
      </Loaded>
      {adding && <AddReserve onClose={() => add(false)} />}
      {ending && <EndReserve row={ending} onClose={() => end(undefined)} />}
    </Panel>
  )
}

export function CrossPanel() {
  const t = useText(peopleText)
  const cross = useEndpoint(crossAppointments, {})
  return (
    <Panel title={t.cross} note={t.crossNote}>
      <Loaded query={cross}>
        {(rows) => (
          <>
            {rows.length === 0 && <p className="panel-none">{t.noCross}</p>}
            {rows.map((row, at) => (
              <p key={at} className="pp-tie">
                <b>{row.name.replaceAll('*', '＊')}</b>
                <small>
                  <Facts
                    items={[row.placeName, `${t.inCommittee} ${row.committeeTitle}`, `${t.inParty} ${row.partyTitle}`]}
                  />
                </small>
                {row.leadsBoth && <Pill tone="doing">{t.leadsBoth}</Pill>}
              </p>
            ))}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

function AddReserve({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const [personId, setPersonId] = useState<string>()
  const [postKind, setKind] = useState<PostKind>('compoundSecretary')
  const [place, setPlace] = useState<PickedPlace>()
  const [reason, setReason] = useState('')
  const add = useCommand(addReserve, { onDone: () => (toast(t.addedReserve), onClose()) })
  const send = () =>
    personId && place && add.send({ body: { personId, postKind, placeId: place.id, reason: reason.trim() } })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.addReserve}
      footer={
        <Button
          kind="accent"
          busy={add.busy && t.saving}
          blocked={(!personId || !place) && t.pickPerson}
          onClick={send}
        >
          {t.save}
        </Button>
      }
    >
      <PersonPick
        label={t.whom}
        value={personId}
        onChange={setPersonId}
        error={add.error ? say(add.error) : undefined}
      />
      <Select
        label={t.reserveFor}
        value={postKind}
        onChange={(kind) => kind && setKind(kind)}
        options={optionsOf(POST_KINDS, kinds)}
      />
      <PlacePick label={t.place} value={place} onChange={setPlace} />
      <TextField label={t.reserveReason} optional value={reason} onChange={setReason} maxLength={200} />
    </Sheet>
  )
}

function EndReserve({ row, onClose }: { row: Row; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const end = useCommand(endReserve, { onDone: () => (toast(t.done), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.endReserveTitle}
      verb={t.endReserve}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.endReserveAfter(row.name.replaceAll('*', '＊'))}
      onConfirm={() => end.send({ params: { id: row.id } })}
    />
  )
}
