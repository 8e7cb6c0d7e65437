/** Any step that asks for something, in a drawer at the right; its fields follow from what the server says it needs. */
import { useEffect, useRef } from 'react'
import { Drawer } from 'antd'
import type { AllowedAction, RequestView } from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { StepFields } from '#web/components/request/StepFields.tsx'
import { useStep } from '#web/components/request/use-step.ts'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { actionText, stepText } from '#web/texts/steps.ts'

type Props = { request: RequestView; allowed: AllowedAction; onClose: () => void }

export function StepDrawer({ request, allowed, onClose }: Props) {
  const t = useText(stepText)
  const words = useText(actionText)[allowed.action]
  const body = useRef<HTMLDivElement>(null)
  const form = useStep(request, allowed, {
    onDone: () => {
      toast(words.done)
      onClose()
    },
  })
  const send = () => void form.send()
  useShortcuts([{ keys: 'mod+Enter', words: words.verb, group: 'request', always: true, run: send }])
  // It moved on under our hands: fetch the latest, so that the page shows it and the next sending speaks of it.
  const { moved, reload } = form
  useEffect(() => {
    if (moved) void reload()
  }, [moved, reload])
  return (
    <Drawer
      open
      onClose={onClose}
      size={440}
      title={words.title ?? words.verb}
      afterOpenChange={(open) => open && body.current?.querySelector<HTMLElement>('input, textarea, select')?.focus()}
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="accent" onClick={send} busy={form.busy && t.sending} blocked={form.waiting && t.waitForPhotos}>
            {words.verb} <Kbd keys="mod+Enter" />
          </Button>
        </div>
      }
    >
      <div ref={body} className="drawer-step">
        <p className="drawer-title">{request.title}</p>
        {form.moved && (
          <p role="status" className="drawer-warn">
            {t.moved}
          </p>
        )}
        <StepFields form={form} request={request} />
        {form.error && (
          <p role="alert" className="drawer-warn">
            {form.error}
          </p>
        )}
        {words.after && <p className="drawer-after">{words.after}</p>}
      </div>
    </Drawer>
  )
}
