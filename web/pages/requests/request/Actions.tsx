/**
 * The bar at the bottom: the one or two things to do now, 催办 beside them, the rest under 更多. What is not possible at this
 * moment is drawn with its reason and until when. Nothing here decides who may: the server sent `allowedActions`.
 */
import { useEffect } from 'react'
import { takeStep, type AllowedAction, type RequestAction, type RequestView } from '#contracts/requests.ts'
import { ActionBar } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { isOpen } from '#web/components/request/state.ts'
import { toast } from '#web/components/Toast.tsx'
import { inLang, useLang, useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { requestText } from '#web/texts/request.ts'
import { actionText, stepText } from '#web/texts/steps.ts'
import { JoinSheet } from './JoinSheet.tsx'
import { AT_ONCE, barOf } from './main-actions.ts'
import { MoreSheet } from './MoreSheet.tsx'
import { StepSheet } from './StepSheet.tsx'

export type Asked = RequestAction | 'join' | 'more'
type ActionsProps = { request: RequestView; asked: Asked | undefined; ask: (asked: Asked | undefined) => void }

export function Actions({ request, asked, ask }: ActionsProps) {
  const t = useText(requestText)
  const steps = useText(stepText)
  const words = inLang(actionText, useLang())
  const say = useProblem()
  const { main, against, urge, more } = barOf(request.allowedActions)
  const command = useCommand(takeStep, { onDone: () => ask(undefined) })
  const open =
    asked === 'join' || asked === 'more' ? undefined : request.allowedActions.find(({ action }) => action === asked)

  // While the sheet was open somebody else took the step: it closes and the page shows what is now.
  const gone = asked !== undefined && asked !== 'join' && asked !== 'more' && !open
  useEffect(() => {
    if (gone) ask(undefined)
  }, [gone, ask])

  const joinable = !request.joined && !request.relations.includes('reporter') && !request.limited && isOpen(request)
  const take = async ({ action }: AllowedAction) => {
    if (!AT_ONCE.includes(action)) return ask(action)
    try {
      await command.sendAsync({ params: { id: request.id }, body: { action, seq: request.seq } })
      toast(words[action].done)
    } catch (error) {
      toast(error instanceof Error && 'code' in error ? say({ code: String(error.code) }) : t.offline)
    }
  }
  const button = (allowed: AllowedAction, kind: 'accent' | 'plain') => (
    <Button
      key={allowed.action}
      kind={kind}
      blocked={allowed.blocked && say({ code: allowed.blocked, details: { until: allowed.until } })}
      busy={command.busy && AT_ONCE.includes(allowed.action) && steps.sending}
      onClick={() => void take(allowed)}
    >
      {words[allowed.action].verb}
    </Button>
  )
  const others = more.length > 0 || (joinable && main)
  if (!main && !urge && !others && !joinable)
    return request.joined ? <ActionBar note={t.joined}>{null}</ActionBar> : null

  return (
    <>
      <ActionBar>
        {urge && main && (
          <Button
            kind="quiet"
            size="tall"
            icon="bolt"
            blocked={urge.blocked && say({ code: urge.blocked, details: { until: urge.until } })}
            onClick={() => void take(urge)}
          >
            {words.urge.verb}
          </Button>
        )}
        {against && button(against, 'plain')}
        {main ? (
          button(main, 'accent')
        ) : joinable ? (
          <Button kind="accent" icon="hand-up" onClick={() => ask('join')}>
            {t.join}
          </Button>
        ) : (
          urge && button(urge, 'plain')
        )}
        {others && (
          <Button kind="quiet" size="tall" icon="more" onClick={() => ask('more')}>
            {t.more}
          </Button>
        )}
      </ActionBar>
      <MoreSheet
        open={asked === 'more'}
        actions={more}
        joinable={Boolean(joinable && main)}
        // a dialog tells late that it closed: by then another sheet may have been asked for
        onClose={() => asked === 'more' && ask(undefined)}
        onChoose={(action) => ask(action)}
      />
      {open && <StepSheet key={open.action} request={request} allowed={open} onClose={() => ask(undefined)} />}
      <JoinSheet request={request} open={asked === 'join'} onClose={() => asked === 'join' && ask(undefined)} />
    </>
  )
}
