/** What is written about an organisation: founding one, or changing it. A party organisation says of which form. */
import { useState } from 'react'
import {
  changeOrganisation,
  createOrganisation,
  MOST_PLEDGES,
  ORGANISATION_FORMS,
  type OrganisationFile,
  type OrganisationForm,
} from '#contracts/organisations.ts'
import { ORGANISATION_KINDS, type OrganisationKind } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { fieldError, TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import type { ApiError } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { useAsked, usePlace } from './from-address.ts'
import { useOrganisationWords } from './organisation-words.ts'

const CHANGES = ['organisations', 'places', 'pledges', 'posts']

type Written = {
  kind: OrganisationKind
  form: OrganisationForm | null
  name: string
  parentId: string | null
  handles: boolean
  dutyPhone: string
  foundedOn: string
  termEndsOn: string
  duties: string
  pledges: string
}
const BLANK: Written = {
  kind: 'partyOrganisation', form: null, name: '', parentId: null, handles: false, dutyPhone: '', foundedOn: '', termEndsOn: '', duties: '', pledges: '',
} // prettier-ignore

const linesOf = (words: string) =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** As the contract wants it: what is empty is null. */
const bodyOf = ({ name, parentId, handles, dutyPhone, foundedOn, termEndsOn, duties, pledges }: Written) => ({
  name: name.trim(),
  parentId,
  handles,
  dutyPhone: dutyPhone.trim() || null,
  foundedOn: foundedOn || null,
  termEndsOn: termEndsOn || null,
  duties: duties.trim(),
  pledges: linesOf(pledges),
})

export function NewOrganisation({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useText(organisationsText)
  const { what, name = '', placeId } = useAsked()
  const form = ORGANISATION_FORMS.find((one) => one === what) ?? null
  const kind = ORGANISATION_KINDS.find((one) => one === what) ?? 'partyOrganisation'
  const [written, write] = useState<Written>({ ...BLANK, kind, form, name })
  const [place, setPlace] = usePlace(placeId)
  const make = useCommand(createOrganisation, {
    changes: CHANGES,
    onDone: ({ id }) => (toast(t.founded), onClose(), onDone(id)),
  })
  const send = () =>
    place &&
    make.send({
      body: { ...bodyOf(written), kind: written.kind, placeId: place.id, ...(written.form && { form: written.form }) },
    })
  return (
    <FormSheet
      title={t.create}
      {...{ written, write, place, setPlace, send, onClose }}
      kindToo
      busy={make.busy}
      error={make.error}
    />
  )
}

export function ChangeOrganisation({ file, onClose }: { file: OrganisationFile; onClose: () => void }) {
  const t = useText(organisationsText)
  const [written, write] = useState<Written>({
    ...file,
    dutyPhone: file.dutyPhone ?? '',
    foundedOn: file.foundedOn ?? '',
    termEndsOn: file.termEndsOn ?? '',
    pledges: file.pledges.join('\n'),
  })
  const [place, setPlace] = usePlace(file.placeId)
  const save = useCommand(changeOrganisation, { changes: CHANGES, onDone: () => (toast(t.saved), onClose()) })
  const send = () =>
    place &&
    save.send({
      params: { id: file.id },
      body: { ...bodyOf(written), placeId: place.id, ...(written.form && { form: written.form }) },
    })
  return (
    <FormSheet
      title={t.edit}
      {...{ written, write, place, setPlace, send, onClose }}
      ownId={file.id}
      busy={save.busy}
      error={save.error}
    />
  )
}

type FormProps = {
  title: string
  written: Written
  write: (next: Written) => void
  place: ReturnType<typeof usePlace>[0]
  setPlace: ReturnType<typeof usePlace>[1]
  send: () => void
  busy: boolean
  error: ApiError | null
  onClose: () => void
  /** The kind is chosen once. */
  kindToo?: boolean
  ownId?: string
}

function FormSheet({ title, written, write, place, setPlace, send, busy, error, onClose, kindToo, ownId }: FormProps) {
  const t = useText(organisationsText)
  const say = useProblem()
  const { kinds, forms } = useOrganisationWords()
  const set = (change: Partial<Written>) => write({ ...written, ...change })
  const isParty = written.kind === 'partyOrganisation'
  const many = linesOf(written.pledges).length > MOST_PLEDGES
  const ready = place && written.name.trim() && (!isParty || written.form || !kindToo) && !many
  const inField = ['parentId', 'placeId', 'form'].includes(error?.field ?? '')
  return (
    <Sheet
      open
      onClose={onClose}
      title={title}
      footer={
        <Button kind="accent" busy={busy && t.saving} blocked={!ready && t.fill} onClick={send}>
          {t.save}
        </Button>
      }
    >
      {kindToo && (
        <Select
          label={t.kind}
          value={written.kind}
          onChange={(kind) => kind && set({ kind, form: null })}
          options={optionsOf(ORGANISATION_KINDS, kinds)}
        />
      )}
      {isParty && (
        <Select
          label={t.form}
          value={written.form ?? ''}
          empty="—"
          onChange={(form) => set({ form: form || null })}
          options={optionsOf(ORGANISATION_FORMS, forms)}
        />
      )}
      {error && error.field === 'form' && <p className="field-error">{say(error)}</p>}
      <TextField
        label={t.name}
        value={written.name}
        onChange={(name) => set({ name })}
        maxLength={60}
        error={error && !inField ? say(error) : undefined}
      />
      <PlacePick label={t.place} value={place} onChange={setPlace} />
      {error?.field === 'placeId' && <p className="field-error">{say(error)}</p>}
      <OrganisationPick
        label={t.parent}
        value={written.parentId}
        onChange={(parentId) => set({ parentId })}
        among={({ id }) => id !== ownId}
        error={fieldError(error, 'parentId', say)}
      />
      <label className="pp-check">
        <input type="checkbox" checked={written.handles} onChange={({ target }) => set({ handles: target.checked })} />
        {t.handles}
      </label>
      <TextField
        label={t.dutyPhone}
        optional
        type="tel"
        value={written.dutyPhone}
        onChange={(dutyPhone) => set({ dutyPhone })}
        hint={t.dutyPhoneHint}
        maxLength={20}
      />
      <TextField
        label={t.foundedOn}
        optional
        type="date"
        value={written.foundedOn}
        onChange={(foundedOn) => set({ foundedOn })}
      />
      <TextField
        label={t.termEndsOn}
        optional
        type="date"
        value={written.termEndsOn}
        onChange={(termEndsOn) => set({ termEndsOn })}
      />
      <TextArea
        label={t.duties}
        optional
        value={written.duties}
        onChange={(duties) => set({ duties })}
        maxLength={2_000}
      />
      <TextArea
        label={t.pledges}
        optional
        value={written.pledges}
        onChange={(pledges) => set({ pledges })}
        hint={t.pledgesHint}
        error={many ? t.tooMany : undefined}
        maxLength={1_300}
      />
    </Sheet>
  )
}
