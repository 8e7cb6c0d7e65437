/** One request at the desk: what is known of it, and beside it the map and where it goes next. Shared by list and own page. */
import { useState } from 'react'
import { viewRequest, type RequestAction, type RequestView } from '#contracts/requests.ts'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { actionText } from '#web/texts/steps.ts'
import { RequestPane } from './RequestPane.tsx'
import { SidePanel } from './SidePanel.tsx'
import { StepDrawer } from './StepDrawer.tsx'
import { STEP_KEYS, stepsOf } from './step-keys.ts'
import './RequestDesk.css'

export type RequestDeskProps = {
  id: string
  position?: string
  onNext?: (() => void) | undefined
  onPrevious?: (() => void) | undefined
  /** It was sent on its way: the next one may come. */
  onDone: () => void
  /** The sending was taken back. */
  onBack: (id: string) => void
}

export function RequestDesk({ id, ...props }: RequestDeskProps) {
  const query = useEndpoint(viewRequest, { params: { id } }, { keepLast: true })
  return (
    <Loaded query={query} skeleton={<div className="rd" aria-busy="true" />}>
      {(request) => <Both key={request.id} request={request} stale={query.isPlaceholderData} {...props} />}
    </Loaded>
  )
}

type BothProps = Omit<RequestDeskProps, 'id'> & { request: RequestView; stale: boolean }
function Both({ request, stale, onDone, onBack, ...around }: BothProps) {
  const words = useText(actionText)
  const [action, setAction] = useState<RequestAction>()
  const steps = stepsOf(request.allowedActions)
  const open = (wanted: RequestAction) => setAction(wanted)
  useShortcuts(
    steps.flatMap(({ action: one, blocked }) => {
      const keys = STEP_KEYS[one]
      const hint = HINTED.includes(one) ? { hint: words[one].verb } : {}
      return keys && !blocked
        ? [
            {
              keys,
              words: words[one].title ?? words[one].verb,
              group: 'request' as const,
              run: () => open(one),
              ...hint,
            },
          ]
        : []
    }),
  )
  const allowed = request.allowedActions.find((one) => one.action === action)
  return (
    <div className="rd" aria-busy={stale}>
      <RequestPane request={request} steps={steps} onStep={open} {...around} />
      <SidePanel request={request} steps={steps} onStep={open} onDone={onDone} onBack={onBack} />
      {allowed && (
        <StepDrawer key={allowed.action} request={request} allowed={allowed} onClose={() => setAction(undefined)} />
      )}
    </div>
  )
}

/** At the foot of the page; the others are found under ? and in the menu. */
const HINTED: readonly RequestAction[] = ['merge', 'escalate', 'bringBack', 'finish', 'takeOn', 'callBack']
