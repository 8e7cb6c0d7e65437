/** Binding an organisation and letting it go: members of an alliance, places that a unit looks after, and its end. */
import { useState } from 'react'
import {
  endOrganisation,
  endSponsorship,
  joinAlliance,
  leaveAlliance,
  sponsor,
  type OrganisationFile,
} from '#contracts/organisations.ts'
import { Button } from '#web/components/Button.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Confirm, Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { dayInShanghai } from './day.ts'
import { usePlace } from './from-address.ts'

type Membership = OrganisationFile['memberships'][number]
type Sponsorship = OrganisationFile['sponsorships'][number]
export type TieDoing = { what: 'leave'; tie: Membership } | { what: 'unsponsor'; tie: Sponsorship }
type Props = { file: OrganisationFile; onClose: () => void }

export function JoinSheet({ file, onClose }: Props) {
  const t = useText(organisationsText)
  const say = useProblem()
  const { now } = useTime()
  const [memberId, setMember] = useState<string | null>(null)
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [gives, setGives] = useState('')
  const join = useCommand(joinAlliance, { onDone: () => (toast(t.joined), onClose()) })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.join}
      footer={
        <Button
          kind="accent"
          busy={join.busy && t.saving}
          blocked={!memberId && t.pick}
          onClick={() =>
            memberId && join.send({ params: { id: file.id }, body: { memberId, fromOn, gives: gives.trim() } })
          }
        >
          {t.save}
        </Button>
      }
    >
      <OrganisationPick
        label={t.unit}
        value={memberId}
        onChange={setMember}
        among={({ id }) => id !== file.id}
        error={join.error ? say(join.error) : undefined}
      />
      {memberId && join.error && <p className="field-error">{say(join.error)}</p>}
      <TextField label={t.gives} optional value={gives} onChange={setGives} maxLength={200} />
      <TextField label={t.from} type="date" value={fromOn} onChange={setFromOn} />
    </Sheet>
  )
}

type SponsorSheetProps = { organisationId?: string; placeId?: string; onClose: () => void }

/** Which unit answers for which place: one of the two is known beforehand. */
export function SponsorSheet({ organisationId, placeId, onClose }: SponsorSheetProps) {
  const t = useText(organisationsText)
  const say = useProblem()
  const { now } = useTime()
  const [unitId, setUnit] = useState(organisationId ?? null)
  const [place, setPlace] = usePlace(placeId)
  const [duty, setDuty] = useState('')
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const add = useCommand(sponsor, { onDone: () => (toast(t.sponsored), onClose()) })
  const ready = unitId && place && duty.trim()
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.sponsor}
      footer={
        <Button
          kind="accent"
          busy={add.busy && t.saving}
          blocked={!ready && t.fillSponsor}
          onClick={() =>
            unitId &&
            place &&
            add.send({ params: { id: unitId }, body: { placeId: place.id, duty: duty.trim(), fromOn } })
          }
        >
          {t.save}
        </Button>
      }
    >
      {!organisationId && <OrganisationPick label={t.unit} value={unitId} onChange={setUnit} />}
      <PlacePick label={t.place} value={place} onChange={setPlace} />
      <TextField
        label={t.duty}
        value={duty}
        onChange={setDuty}
        maxLength={200}
        error={add.error ? say(add.error) : undefined}
      />
      <TextField label={t.from} type="date" value={fromOn} onChange={setFromOn} />
    </Sheet>
  )
}

export function LeaveConfirm({ file, tie, onClose }: Props & { tie: Membership }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const leave = useCommand(leaveAlliance, { onDone: () => (toast(t.left), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.leaveTitle}
      verb={t.leave}
      busy={leave.busy && t.saving}
      consequence={leave.error ? say(leave.error) : t.leaveAfter(tie.name)}
      onConfirm={() => leave.send({ params: { id: file.id, membershipId: tie.id } })}
    />
  )
}

export function UnsponsorConfirm({ file, tie, onClose }: Props & { tie: Sponsorship }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const end = useCommand(endSponsorship, { onDone: () => (toast(t.saved), onClose()) })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.endSponsorTitle}
      verb={t.endSponsor}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.endSponsorAfter(tie.placeName)}
      onConfirm={() => end.send({ params: { id: file.id, sponsorshipId: tie.id } })}
    />
  )
}

export function EndOrganisation({ file, onClose, onDone }: Props & { onDone: () => void }) {
  const t = useText(organisationsText)
  const say = useProblem()
  const end = useCommand(endOrganisation, {
    changes: ['organisations', 'posts', 'places', 'pledges'],
    onDone: () => (toast(t.ended), onDone()),
  })
  return (
    <Confirm
      open
      onClose={onClose}
      title={t.endTitle}
      verb={t.end}
      busy={end.busy && t.saving}
      consequence={end.error ? say(end.error) : t.endAfter(file.name)}
      onConfirm={() => end.send({ params: { id: file.id } })}
    />
  )
}
