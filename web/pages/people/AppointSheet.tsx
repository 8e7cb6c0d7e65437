/** Giving a post to a person: found by name or number, shown masked, from a day on. */
import { useState } from 'react'
import { appoint, listPeople, type PostView } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'
import { dayInShanghai } from './day.ts'

const MOST_SHOWN = 8

export function AppointSheet({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const { now } = useTime()
  const [q, setQ] = useState('')
  const [personId, setPersonId] = useState<string>()
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [toOn, setToOn] = useState('')
  const people = useEndpoint(listPeople, { query: { q: q.trim() } }, { enabled: q.trim().length > 0, keepLast: true })
  const give = useCommand(appoint, { changes: ['posts', 'people'], onDone: () => (toast(t.appointed), onClose()) })
  const send = () =>
    personId && give.send({ params: { id: post.id }, body: { personId, fromOn, ...(toOn && { toOn }) } })
  const inField = give.error?.field === 'toOn'
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
      <TextField
        label={t.whom}
        type="search"
        value={q}
        onChange={setQ}
        hint={t.whomHint}
        maxLength={40}
        error={give.error && !inField ? say(give.error) : undefined}
      />
      {q.trim() && people.data && (
        <Choice
          label={t.whom}
          hideLabel
          value={personId}
          onChange={setPersonId}
          {...(people.data.rows.length === 0 && { hint: t.none })}
          options={people.data.rows.slice(0, MOST_SHOWN).map(({ id, name, phoneMasked }) => ({
            value: id,
            label: `${name} ${phoneMasked ?? ''}`.replaceAll('*', '＊'),
          }))}
        />
      )}
      <TextField label={t.from} type="date" value={fromOn} onChange={setFromOn} />
      <TextField
        label={t.to}
        type="date"
        optional
        value={toOn}
        onChange={setToOn}
        error={fieldError(give.error, 'toOn', say)}
      />
    </Sheet>
  )
}
