/** Opening a selection: for which organisation, which of its posts, which vetting steps, until when. */
import { useState } from 'react'
import { listPosts } from '#contracts/people.ts'
import { createSelection } from '#contracts/selections.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { OrganisationPick } from '#web/components/desk/OrganisationPick.tsx'
import { fieldError, TextArea, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { selectionsText } from '#web/texts/selections.ts'
import { dayInShanghai } from '../day.ts'
import { useAsked } from '../from-address.ts'

export function NewSelection({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useText(selectionsText)
  const say = useProblem()
  const asked = useAsked()
  const { now } = useTime()
  const [title, setTitle] = useState(asked.name ?? '')
  const [organisationId, setOrganisationId] = useState<string | null>(asked.organisationId ?? null)
  const [postIds, setPostIds] = useState<readonly string[]>([])
  const [counts, setCounts] = useState<Readonly<Record<string, string>>>({})
  const [steps, setSteps] = useState<string>(t.stepsDefault)
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [nominateUntil, setUntil] = useState('')
  const [termUntil, setTermUntil] = useState('')
  const posts = useEndpoint(
    listPosts,
    { query: { organisationId: organisationId ?? '' } },
    { enabled: organisationId !== null },
  )
  const rows = (organisationId && posts.data?.rows) || []
  const make = useCommand(createSelection, { onDone: ({ id }) => (toast(t.created), onClose(), onDone(id)) })
  const vettingSteps = [...new Set(steps.split('\n').map((line) => line.trim()))].filter(Boolean)
  const seats = rows
    .filter(({ id }) => postIds.includes(id))
    .map((post) => ({ postId: post.id, title: post.title, seats: Number(counts[post.id] ?? post.seats) }))
  const ready =
    title.trim() &&
    organisationId &&
    vettingSteps.length > 0 &&
    nominateUntil &&
    seats.length > 0 &&
    seats.every((one) => one.seats >= 1)
  const send = () =>
    organisationId &&
    make.send({
      body: {
        title: title.trim(),
        organisationId,
        seats: seats.map(({ postId, seats: count }) => ({ postId, seats: count })),
        vettingSteps,
        fromOn,
        nominateUntil,
        ...(termUntil && { termUntil }),
      },
    })
  const inField = make.error?.field === 'nominateUntil'
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.create}
      footer={
        <Button kind="accent" busy={make.busy && t.saving} blocked={!ready && t.fill} onClick={send}>
          {t.create}
        </Button>
      }
    >
      <TextField
        label={t.name}
        value={title}
        onChange={setTitle}
        placeholder={t.namePlaceholder}
        maxLength={60}
        error={make.error && !inField ? say(make.error) : undefined}
      />
      <OrganisationPick
        label={t.organisation}
        value={organisationId}
        onChange={(id) => (setOrganisationId(id), setPostIds([]))}
      />
      {organisationId && posts.data && (
        <Choices
          label={t.seats}
          values={postIds}
          onChange={setPostIds}
          options={rows.map((post) => ({ value: post.id, label: post.title }))}
          {...(rows.length === 0 && { hint: t.noPosts })}
        />
      )}
      {seats.map((seat) => (
        <TextField
          key={seat.postId}
          label={t.seatsOf(seat.title)}
          inputMode="numeric"
          value={counts[seat.postId] ?? String(seat.seats)}
          onChange={(words) => setCounts({ ...counts, [seat.postId]: words.replaceAll(/\D/g, '') })}
          maxLength={2}
        />
      ))}
      <TextArea label={t.steps} value={steps} onChange={setSteps} hint={t.stepsHint} rows={4} maxLength={240} />
      <TextField label={t.from} type="date" value={fromOn} onChange={setFromOn} />
      <TextField
        label={t.until}
        type="date"
        value={nominateUntil}
        onChange={setUntil}
        error={fieldError(make.error, 'nominateUntil', say)}
      />
      <TextField label={t.termUntil} type="date" optional value={termUntil} onChange={setTermUntil} />
    </Sheet>
  )
}
