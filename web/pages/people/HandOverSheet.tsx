/** Passing a post on: who gives it up, who takes it, from which day, with what note; and what is open with it. */
import { useState } from 'react'
import { handOver, openWorkOfPost, type PostView } from '#contracts/people.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { fieldError, TextArea, TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { useProblem } from '#web/texts/errors.ts'
import { peopleText } from '#web/texts/people.ts'
import { dayInShanghai } from './day.ts'
import { PersonPick } from './PersonPick.tsx'

const MOST_SHOWN = 5

export function HandOverSheet({ post, onClose }: { post: PostView; onClose: () => void }) {
  const t = useText(peopleText)
  const say = useProblem()
  const { now } = useTime()
  const [termId, setTermId] = useState(post.holders[0]?.termId)
  const [personId, setPersonId] = useState<string>()
  const [fromOn, setFromOn] = useState(() => dayInShanghai(now))
  const [note, setNote] = useState('')
  const pass = useCommand(handOver, {
    changes: ['posts', 'people', 'organisations', 'places'],
    onDone: () => (toast(t.handedOver), onClose()),
  })
  const ready = termId && personId && note.trim()
  const send = () =>
    termId && personId && pass.send({ params: { id: post.id }, body: { termId, personId, fromOn, note: note.trim() } })
  const inField = pass.error?.field === 'fromOn'
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.handOverTitle(post.title)}
      footer={
        <Button kind="accent" busy={pass.busy && t.saving} blocked={!ready && t.fillHandOver} onClick={send}>
          {t.handOver}
        </Button>
      }
    >
      <Work postId={post.id} />
      <Choice
        label={t.from_}
        value={termId}
        onChange={setTermId}
        options={post.holders.map((term) => ({
          value: term.termId,
          label: `${term.name.replaceAll('*', '＊')}${term.standsAs === 'deputy' ? t.deputyMark : ''}`,
        }))}
      />
      <PersonPick
        label={t.nextHolder}
        value={personId}
        onChange={setPersonId}
        error={pass.error && !inField ? say(pass.error) : undefined}
      />
      <TextField
        label={t.handOverOn}
        type="date"
        value={fromOn}
        onChange={setFromOn}
        hint={t.handOverAfter}
        error={fieldError(pass.error, 'fromOn', say)}
      />
      <TextArea
        label={t.handOverNote}
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={1_000}
        hint={t.handOverHint}
      />
    </Sheet>
  )
}

/** What stays with the post. */
function Work({ postId }: { postId: string }) {
  const t = useText(peopleText)
  const work = useEndpoint(openWorkOfPost, { params: { id: postId } })
  return (
    <Loaded query={work} skeleton={null}>
      {({ count, rows }) => (
        <div className="pp-work">
          <b>{t.openWork(count)}</b>
          {rows.slice(0, MOST_SHOWN).map(({ id, title, placeName }) => (
            <p key={id}>
              {title} <small>{placeName}</small>
            </p>
          ))}
          {count > MOST_SHOWN && <p>{t.andMore(count - MOST_SHOWN)}</p>}
        </div>
      )}
    </Loaded>
  )
}
