/** A new post: of which kind, in which organisation, over which place. Whoever holds it gets the rights of its kind. */
import { useState } from 'react'
import { listOrganisations } from '#contracts/organisations.ts'
import { createPost } from '#contracts/people.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import { PlacePick, type PickedPlace } from './PlacePick.tsx'

export function NewPostSheet({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const organisations = useEndpoint(listOrganisations, {})
  const [kind, setKind] = useState<PostKind>('buildingHead')
  const [title, setTitle] = useState('')
  const [organisationId, setOrganisationId] = useState('')
  const [place, setPlace] = useState<PickedPlace>()
  const make = useCommand(createPost, { onDone: () => (toast(t.madePost), onClose()) })
  const send = () =>
    place &&
    make.send({ body: { kind, title: title.trim(), placeId: place.id, ...(organisationId && { organisationId }) } })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.newPost}
      footer={
        <Button
          kind="accent"
          busy={make.busy && t.saving}
          blocked={(!place || !title.trim()) && t.fillPost}
          onClick={send}
        >
          {t.makePost}
        </Button>
      }
    >
      <label className="pp-field">
        {t.kind}
        <select
          className="select"
          value={kind}
          onChange={({ target: { value } }) => setKind(POST_KINDS.find((one) => one === value) ?? kind)}
        >
          {POST_KINDS.map((one) => (
            <option key={one} value={one}>
              {kinds[one]}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={t.postTitle}
        value={title}
        onChange={setTitle}
        maxLength={40}
        error={make.error ? say(make.error) : undefined}
      />
      <label className="pp-field">
        {t.organisation}
        <select
          className="select"
          value={organisationId}
          onChange={({ target: { value } }) => setOrganisationId(value)}
        >
          <option value="">{t.noOrganisation}</option>
          {organisations.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <PlacePick label={t.place} value={place} onChange={setPlace} />
    </Sheet>
  )
}
