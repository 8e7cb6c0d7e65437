/** A new post, or another title and other seats for one. Whoever holds it gets the rights of its kind. */
import { useState } from 'react'
import { changePost, createPost, type PostView } from '#contracts/people.ts'
import { POST_KINDS, type PostKind } from '#contracts/rights.ts'
import { Button } from '#web/components/Button.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText, postKindText } from '#web/texts/people.ts'
import { useAsked, usePlace } from './from-address.ts'

const seatsIn = (words: string) => (/^\d{1,4}$/.test(words) && Number(words) > 0 ? Number(words) : undefined)

export function NewPostSheet({ onClose }: { onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const kinds = postKindText[useLang() === 'en' ? 'en' : 'zh']
  const asked = useAsked()
  const [kind, setKind] = useState<PostKind>(POST_KINDS.find((one) => one === asked.what) ?? 'buildingHead')
  const [written, setTitle] = useState<string | undefined>(asked.name)
  const [organisationId, setOrganisationId] = useState<string | null>(asked.organisationId ?? null)
  const [place, setPlace] = usePlace(asked.placeId)
  const [seats, setSeats] = useState('1')
  const title = written ?? kinds[kind]
  const make = useCommand(createPost, {
    changes: ['posts', 'organisations', 'places'],
    onDone: () => (toast(t.madePost), onClose()),
  })
  const count = seatsIn(seats)
  const ready = place && title.trim() && count
  const send = () =>
    ready &&
    make.send({
      body: { kind, title: title.trim(), placeId: place.id, seats: count, ...(organisationId && { organisationId }) },
    })
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.newPost}
      footer={
        <Button kind="accent" busy={make.busy && t.saving} blocked={!ready && t.fillPost} onClick={send}>
          {t.makePost}
        </Button>
      }
    >
      <Select
        label={t.kind}
        value={kind}
        onChange={(next) => next && setKind(next)}
        options={optionsOf(POST_KINDS, kinds)}
      />
      <TextField
        label={t.postTitle}
        value={title}
        onChange={setTitle}
        maxLength={40}
        error={make.error ? say(make.error) : undefined}
      />
      <TextField
        label={t.seats}
        value={seats}
        onChange={setSeats}
        inputMode="numeric"
        maxLength={4}
        hint={t.seatsHint}
      />
      <OrganisationPick label={t.organisation} value={organisationId} onChange={setOrganisationId} />
      <PlacePick label={t.place} value={place} onChange={setPlace} />
    </Sheet>
  )
}

export function ChangePostSheet({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const [title, setTitle] = useState(post.title)
  const [seats, setSeats] = useState(String(post.seats))
  const count = seatsIn(seats)
  const save = useCommand(changePost, {
    changes: ['posts', 'organisations', 'places'],
    onDone: () => (toast(t.done), onClose()),
  })
  const ready = title.trim() && count
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.changePost}
      footer={
        <Button
          kind="accent"
          busy={save.busy && t.saving}
          blocked={!ready && t.fillPost}
          onClick={() => count && save.send({ params: { id: post.id }, body: { title: title.trim(), seats: count } })}
        >
          {t.save}
        </Button>
      }
    >
      <TextField
        label={t.postTitle}
        value={title}
        onChange={setTitle}
        maxLength={40}
        error={save.error ? say(save.error) : undefined}
      />
      <TextField
        label={t.seats}
        value={seats}
        onChange={setSeats}
        inputMode="numeric"
        maxLength={4}
        hint={t.seatsHint}
      />
    </Sheet>
  )
}
