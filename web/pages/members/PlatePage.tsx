/** 亮身份: lighting my plate, its line and what I help with, with everything that others will see of it before they do. */
import { useState } from 'react'
import { changePlate, lightPlate, myMembership, putOutPlate } from '#contracts/members.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { fieldError, TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Row } from '#web/components/Row.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { plateText } from '#web/texts/members.ts'
import { useChoiceWords } from './choice-words.ts'
import type { Mine } from './mine.ts'
import { PlateFace } from './PlateFace.tsx'
import './members.css'

export function PlatePage() {
  const t = useText(plateText)
  const query = useEndpoint(myMembership, {})
  return (
    <Loaded query={query}>
      {(mine) =>
        mine.member?.state === 'confirmed' ? (
          <PlateForm key={mine.plate?.id ?? 'new'} mine={mine} />
        ) : (
          <AppFrame title={t.title} backTo="/member">
            <Empty mood="quiet" icon="badge" title={t.first} action={<Button to="/member">{t.firstLink}</Button>} />
          </AppFrame>
        )
      }
    </Loaded>
  )
}

const CHANGES = { changes: ['members', 'plates'] }

function PlateForm({ mine: { plate, skills, placeName } }: { mine: Mine }) {
  const t = useText(plateText)
  const say = useProblem()
  const wordOf = useChoiceWords()
  const [words, setWords] = useState(plate?.words ?? t.wordsExample)
  const [canHelp, setCanHelp] = useState<readonly string[]>(plate?.canHelp ?? [])
  const light = useCommand(lightPlate, { ...CHANGES, onDone: () => toast(t.lit) })
  const change = useCommand(changePlate, { ...CHANGES, onDone: () => toast(t.changed) })
  const save = plate ? change : light
  const body = { words: words.trim(), canHelp: [...canHelp] }
  return (
    <AppFrame
      title={t.title}
      backTo="/member"
      bottom={
        <ActionBar note={t.hides}>
          <Button
            kind="accent"
            busy={save.busy && t.saving}
            blocked={!words.trim() && t.needWords}
            onClick={() => save.send({ body })}
          >
            {plate ? t.change : t.light}
          </Button>
        </ActionBar>
      }
    >
      <p className="mb-intro">{t.intro}</p>
      <Card padded className="mb-form">
        <TextField
          label={t.words}
          hint={t.wordsHint}
          value={words}
          onChange={setWords}
          maxLength={60}
          error={fieldError(save.error, 'words', say) ?? (save.error ? say(save.error) : undefined)}
        />
        <Choices
          label={t.canHelp}
          values={canHelp}
          onChange={setCanHelp}
          options={skills.map((one) => ({ value: one.code, label: wordOf(one) }))}
        />
      </Card>
      <h2 className="plate-title">{t.preview}</h2>
      <PlateFace
        placeName={placeName ?? ''}
        words={words}
        canHelp={skills.filter(({ code }) => canHelp.includes(code)).map(wordOf)}
      />
      <p className="mb-intro">{t.shows}</p>
      {plate && (
        <Card>
          <Row icon="print" title={t.print} note={t.scan} to="/member/plate/print" />
          <PutOut />
        </Card>
      )}
    </AppFrame>
  )
}

function PutOut() {
  const t = useText(plateText)
  const say = useProblem()
  const [asking, setAsking] = useState(false)
  const out = useCommand(putOutPlate, { ...CHANGES, onDone: () => toast(t.out) })
  return (
    <>
      <Row icon="eye-off" title={t.putOut} onClick={() => setAsking(true)} />
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t.putOutTitle}
        consequence={out.error ? say(out.error) : t.putOutAfter}
        verb={t.putOut}
        busy={out.busy && t.saving}
        onConfirm={() => out.send({})}
      />
    </>
  )
}
