/** Venues: which there are over a place, how large, with a sign or without, with which functions. */
import { useState } from 'react'
import { endVenue, listVenues, type VenueView } from '#contracts/organisations.ts'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { organisationsText, venueKindText } from '#web/texts/organisations.ts'
import { peopleText } from '#web/texts/people.ts'
import { useAsked, usePlace } from './from-address.ts'
import { PeopleFrame } from './PeopleFrame.tsx'
import { areaWords, VenueSheet } from './VenueSheet.tsx'

export function VenuesPage() {
  const t = useText(peopleText)
  return (
    <Allowed right="registers.view" title={t.title}>
      <Venues />
    </Allowed>
  )
}

type Doing = { what: 'edit' | 'end'; venue: VenueView }

function Venues() {
  const t = useText(organisationsText)
  const people = useText(peopleText)
  const manages = useRight('organisations.manage')
  const asked = useAsked()
  const [place, setPlace] = usePlace(asked.what ? undefined : asked.placeId)
  const [making, make] = useState(asked.what !== undefined)
  const [doing, set] = useState<Doing>()
  const venues = useEndpoint(listVenues, { query: { ...(place && { placeId: place.id }) } }, { keepLast: true })
  return (
    <PeopleFrame
      tools={
        manages && (
          <Button kind="accent" icon="plus" onClick={() => make(true)}>
            {t.newVenue}
          </Button>
        )
      }
    >
      <div className="pp-filters">
        <PlacePick label={people.place} hideLabel value={place} onChange={setPlace} />
      </div>
      <Panel title={t.venues} end={<ExportButton kind="venues" query={{ placeId: place?.id }} />}>
        <Loaded query={venues}>
          {(rows) =>
            rows.length === 0 ? <p className="panel-none">{t.noVenues}</p> : <Table rows={rows} onDo={set} />
          }
        </Loaded>
      </Panel>
      <AskedToEdit />
      {making && <VenueSheet onClose={() => make(false)} />}
      {doing?.what === 'edit' && <VenueSheet venue={doing.venue} onClose={() => set(undefined)} />}
      {doing?.what === 'end' && <EndVenue venue={doing.venue} onClose={() => set(undefined)} />}
    </PeopleFrame>
  )
}

function Table({ rows, onDo }: { rows: readonly VenueView[]; onDo: (doing: Doing) => void }) {
  const t = useText(organisationsText)
  const { list } = useText(marks)
  const people = useText(peopleText)
  const kinds = venueKindText[useLang() === 'en' ? 'en' : 'zh']
  return (
    <table className="grid-table pp-table">
      <thead>
        <tr>
          {[t.place, t.name, t.area, t.sign, t.functions, t.organisation].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          <th scope="col">
            <span className="vh">{people.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((venue) => (
          <tr key={venue.id}>
            <td>{venue.placeName}</td>
            <td>
              <b>{venue.name}</b>
              {venue.name !== kinds[venue.kind] && <small>{kinds[venue.kind]}</small>}
            </td>
            <td>{venue.areaCenti === null ? t.noArea : t.areaOf(areaWords(venue.areaCenti))}</td>
            <td>{venue.hasSign ? t.hasSign : t.noSign}</td>
            <td>{venue.functions.join(list)}</td>
            <td>{venue.organisationName}</td>
            <td className="num pp-acts">
              {venue.mayChange && (
                <>
                  <button type="button" className="text-btn" onClick={() => onDo({ what: 'edit', venue })}>
                    {people.change}
                    <span className="vh">{venue.name}</span>
                  </button>
                  <button type="button" className="text-btn" onClick={() => onDo({ what: 'end', venue })}>
                    {t.closeVenue}
                    <span className="vh">{venue.name}</span>
                  </button>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** ?edit=<venue>: the sheet is open until it is closed. */
function AskedToEdit() {
  const { edit } = useAsked()
  const [closed, close] = useState<string>()
  const venues = useEndpoint(listVenues, { query: {} }, { enabled: Boolean(edit) })
  const venue = venues.data?.find(({ id }) => id === edit)
  if (!venue?.mayChange || closed === edit) return null
  return <VenueSheet venue={venue} onClose={() => close(edit)} />
}

function EndVenue({ venue, onClose }: { venue: VenueView; onClose: () => void }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const end = useCommand(endVenue, { onDone: () => (toast(t.venueClosed), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.closeVenueTitle}
      verb={t.closeVenue}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.closeVenueAfter(venue.name)}
      onConfirm={() => end.send({ params: { id: venue.id } })}
    />
  )
}
