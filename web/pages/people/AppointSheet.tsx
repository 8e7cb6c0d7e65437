/** Giving a post to a person, as its holder or a deputy: found by name or number, shown masked, from a day on. */
import { useState } from 'react'
import { appoint, STANDS_AS, type PostView } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'
import { dayInShanghai } from './day.ts'
import { PersonPick } from './PersonPick.tsx'

export function AppointSheet({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const { now } = useTime()
  const [personId, setPersonId] = useState<string>()
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [toOn, setToOn] = useState('')
  const [standsAs, setStandsAs] = useState<(typeof STANDS_AS)[number]>('holder')
  const [overrideReason, setReason] = useState('')
  const give = useCommand(appoint, {
    changes: ['posts', 'people', 'organisations', 'places'],
    onDone: () => (toast(t.appointed), onClose()),
  })
  const body = { fromOn, standsAs, ...(toOn && { toOn }), ...(overrideReason.trim() && { overrideReason }) }
  const send = () => personId && give.send({ params: { id: post.id }, body: { personId, ...body } })
  const inField = give.error?.field === 'toOn' || give.error?.field === 'overrideReason'
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.appointTitle(post.title)}
      footer={
        <Button kind="accent" busy={give.busy && t.saving} blocked={!personId && t.pickPerson} onClick={send}>
          {t.appoint}
        </Button>
      }
    >
      <PersonPick
        label={t.whom}
        value={personId}
        onChange={setPersonId}
        error={give.error && !inField ? say(give.error) : undefined}
      />
      <Choice
        label={t.standsAs}
        value={standsAs}
        onChange={setStandsAs}
        options={STANDS_AS.map((value) => ({ value, label: t[value] }))}
      />
      <TextField label={t.from} type="date" value={fromOn} onChange={setFromOn} />
      <TextField
        label={t.to}
        type="date"
        optional
        value={toOn}
        onChange={setToOn}
        error={fieldError(give.error, 'toOn', say)}
      />
      {give.error?.code === 'instructor_full' && (
        <TextField
          label={t.overrideReason}
          value={overrideReason}
          onChange={setReason}
          maxLength={200}
          hint={t.overrideHint}
          error={fieldError(give.error, 'overrideReason', say)}
        />
      )}
    </Sheet>
  )
}
