/** One step of the loop being taken on the phone: what it asks for, what it will change, and one button. */
import { useEffect } from 'react'
import type { AllowedAction, RequestView } from '#contracts/requests.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { StepFields } from '#web/components/request/StepFields.tsx'
import { useStep } from '#web/components/request/use-step.ts'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { inLang, useLang, useText } from '#web/platform/i18n.ts'
import { actionText, stepText } from '#web/texts/steps.ts'

type StepSheetProps = { request: RequestView; allowed: AllowedAction; onClose: () => void }

export function StepSheet({ request, allowed, onClose }: StepSheetProps) {
  const t = useText(stepText)
  const words = inLang(actionText, useLang())[allowed.action]
  const form = useStep(request, allowed, {
    onDone: () => {
      toast(words.done)
      onClose()
    },
  })
  const { moved, reload } = form
  useEffect(() => {
    if (moved) void reload()
    // once for each time the server says so
  }, [moved]) // eslint-disable-line react-hooks/exhaustive-deps -- once for each time it has moved on

  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title ?? words.verb}
      footer={
        <Answers>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            kind="accent"
            busy={form.busy ? t.sending : form.waiting && t.waitForPhotos}
            onClick={() => void form.send()}
          >
            {words.verb}
          </Button>
        </Answers>
      }
    >
      {words.after && <p className="sheet-text request-after">{words.after}</p>}
      {form.moved && (
        <p className="request-moved" role="status">
          {t.moved}
        </p>
      )}
      <StepFields form={form} request={request} />
      {form.error && (
        <p className="request-moved" role="alert">
          {form.error}
        </p>
      )}
    </Sheet>
  )
}
