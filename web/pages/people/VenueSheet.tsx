/** A venue: new, or changed. Its area is written in square metres and kept in hundredths, without floats in between. */
import { useState } from 'react'
import { changeVenue, createVenue, VENUE_KINDS, type VenueKind, type VenueView } from '#contracts/organisations.ts'
import { Button } from '#web/components/Button.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { organisationsText, venueKindText } from '#web/texts/organisations.ts'
import { useAsked, usePlace } from './from-address.ts'

/** 9990 → 99.9 */
export const areaWords = (centi: number): string =>
  `${Math.floor(centi / 100)}.${String(centi % 100).padStart(2, '0')}`.replace(/\.?0+$/, '')

/** 99.9 → 9990; undefined for what is no area. */
export function centiOf(words: string): number | null | undefined {
  if (!words.trim()) return null
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(words.trim().normalize('NFKC'))
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : undefined
}

export function VenueSheet({ venue, onClose }: { venue?: VenueView; onClose: () => void }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const kinds = venueKindText[useLang() === 'en' ? 'en' : 'zh']
  const asked = useAsked()
  const [kind, setKind] = useState<VenueKind>(venue?.kind ?? VENUE_KINDS.find((one) => one === asked.what) ?? 'parlour')
  const [written, setName] = useState(venue?.name ?? asked.name)
  const [place, setPlace] = usePlace(venue?.placeId ?? asked.placeId)
  const [organisationId, setOrganisationId] = useState(venue?.organisationId ?? null)
  const [area, setArea] = useState(venue?.areaCenti == null ? '' : areaWords(venue.areaCenti))
  const [hasSign, setSign] = useState(venue?.hasSign ?? false)
  const [functions, setFunctions] = useState(venue?.functions.join('\n') ?? '')
  const name = written ?? kinds[kind]
  const areaCenti = centiOf(area)
  const onDone = () => (toast(t.venueSaved), onClose())
  const make = useCommand(createVenue, { onDone })
  const save = useCommand(changeVenue, { onDone })
  const { busy, error } = venue ? save : make
  const ready = place && name.trim() && areaCenti !== undefined
  const send = () => {
    if (!place || areaCenti === undefined) return
    const lines = [...new Set(functions.split('\n').map((line) => line.trim()))].filter(Boolean)
    const body = { name: name.trim(), organisationId, areaCenti, hasSign, functions: lines }
    if (venue) save.send({ params: { id: venue.id }, body })
    else make.send({ body: { ...body, kind, placeId: place.id } })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={venue ? t.editVenue : t.newVenue}
      footer={
        <Button kind="accent" busy={busy && t.saving} blocked={!ready && t.fillVenue} onClick={send}>
          {t.save}
        </Button>
      }
    >
      {!venue && (
        <Select
          label={t.kind}
          value={kind}
          onChange={(next) => next && setKind(next)}
          options={optionsOf(VENUE_KINDS, kinds)}
        />
      )}
      <TextField label={t.name} value={name} onChange={setName} maxLength={60} error={error ? say(error) : undefined} />
      {!venue && <PlacePick label={t.place} value={place} onChange={setPlace} />}
      <OrganisationPick label={t.organisation} value={organisationId} onChange={setOrganisationId} />
      <TextField
        label={t.area}
        optional
        value={area}
        onChange={setArea}
        inputMode="decimal"
        end={<span className="pp-unit">{t.areaUnit}</span>}
        hint={t.areaHint}
        error={areaCenti === undefined ? t.areaWrong : undefined}
        maxLength={9}
      />
      <label className="pp-check">
        <input type="checkbox" checked={hasSign} onChange={({ target }) => setSign(target.checked)} />
        {t.sign}
      </label>
      <TextArea
        label={t.functions}
        optional
        value={functions}
        onChange={setFunctions}
        hint={t.functionsHint}
        maxLength={400}
      />
    </Sheet>
  )
}
