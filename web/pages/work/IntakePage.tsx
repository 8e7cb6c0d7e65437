/**
 * Taking one in for somebody else, while they are on the line: who, what, where; and beside it, as one writes, the likely
 * category, similar ones nearby and what will be promised. ⌘↵ takes it in.
 */
import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { proposeIntake, REQUEST_KINDS, submitRequest } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { useProblem } from '#web/texts/errors.ts'
import { intakeText } from '#web/texts/intake.ts'
import { kindText } from '#web/texts/request.ts'
import { stepText } from '#web/texts/steps.ts'
import { askOf, EMPTY, INTAKE_CHANNELS, missingIn, submitBodyOf, type Intake } from './intake.ts'
import { IntakeAside } from './IntakeAside.tsx'
import { IntakeCategory } from './IntakeCategory.tsx'
import { PlacePicker } from './PlacePicker.tsx'
import { useSettled } from './use-settled.ts'
import './IntakePage.css'

const PAUSE_MS = 350

export function IntakePage() {
  const t = useText(intakeText)
  const step = useText(stepText)
  const kinds = useText(kindText)
  const say = useProblem()
  const navigate = useNavigate()
  const [intake, setIntake] = useState<Intake>(EMPTY)
  const [tried, setTried] = useState(false)
  const photos = usePhotos({ onUploaded: ({ position }) => position && set({ point: position }) })
  const set = (change: Partial<Intake>) => setIntake((before) => ({ ...before, ...change }))

  const ask = useSettled(askOf(intake), PAUSE_MS)
  const proposals = useEndpoint(
    proposeIntake,
    { body: ask ?? { kind: intake.kind, text: '', location: {} } },
    { enabled: ask !== undefined, keepLast: true },
  )
  const sending = useCommand(submitRequest, {
    onDone: ({ id, number }) => {
      toast(t.done(number))
      void navigate({ to: '/requests/$id', params: { id } })
    },
  })
  const missing = tried ? missingIn(intake, photos.all.length) : undefined
  const refusedAt = (field: string) =>
    sending.error?.field?.split(/[./]/).includes(field) ? say(sending.error) : undefined
  const send = () => {
    setTried(true)
    if (!missingIn(intake, photos.all.length) && !photos.sending && !sending.busy)
      sending.send({ body: submitBodyOf(intake, photos.ids) })
  }
  const form = useRef<HTMLFormElement>(null)
  useShortcuts([
    { keys: 'mod+Enter', words: t.keys.send, hint: t.keys.send, group: 'intake', always: true, run: send },
    {
      keys: 'r',
      words: t.keys.text,
      group: 'intake',
      run: () => form.current?.querySelector('textarea')?.focus(),
    },
  ])
  const shown = ask ? proposals.data : undefined

  return (
    <div className="intake">
      <form ref={form} className="intake-form" onSubmit={(event) => (event.preventDefault(), send())}>
        <h1>{t.title}</h1>
        <p className="intake-lead">{t.lead}</p>
        <Choice
          label={t.channel}
          value={intake.channel}
          onChange={(channel) => set({ channel })}
          options={INTAKE_CHANNELS.map((value) => ({ value, label: t.channels[value] }))}
        />
        <div className="intake-two">
          <TextField
            label={t.name}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={intake.name}
            onChange={(name) => set({ name })}
            error={missing === 'name' ? t.needName : refusedAt('name')}
          />
          <TextField
            label={t.phone}
            optional
            type="tel"
            inputMode="tel"
            autoComplete="off"
            hint={t.phoneHint}
            value={intake.phone}
            onChange={(phone) => set({ phone: phone.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 11) })}
            error={refusedAt('phone')}
          />
        </div>
        <Choice
          label={t.kind}
          value={intake.kind}
          onChange={(kind) => set({ kind })}
          options={REQUEST_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <TextArea
          label={t.text}
          rows={3}
          maxLength={4000}
          hint={t.textHint}
          value={intake.text}
          onChange={(text) => set({ text })}
          error={missing === 'text' ? t.needText : refusedAt('text')}
        />
        <PlacePicker
          intake={intake}
          onChange={set}
          found={shown?.place ?? null}
          error={missing === 'place' ? t.needPlace : refusedAt('location')}
        />
        <IntakeCategory
          intake={intake}
          onChange={set}
          proposals={shown?.categories ?? []}
          error={refusedAt('categoryCode')}
        />
        <PhotoPicker photos={photos} label={t.photos} look="row" />
        <footer className="intake-foot">
          {sending.error && !sending.error.field && <p role="alert">{say(sending.error)}</p>}
          <Button
            kind="accent"
            type="submit"
            busy={sending.busy && t.sending}
            blocked={photos.sending && step.waitForPhotos}
          >
            {t.send} <Kbd keys="mod+Enter" />
          </Button>
        </footer>
      </form>
      <IntakeAside proposals={shown} />
    </div>
  )
}
