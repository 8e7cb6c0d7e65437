/** The middle column: the request as it was told, its facts, what happened, and a line to write. */
import { useState } from 'react'
import { Dropdown } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import type { AllowedAction, RequestAction, RequestView } from '#contracts/requests.ts'
import { Clock } from '#web/components/Clock.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { ringOf, statusWords } from '#web/components/request/state.ts'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { actionText } from '#web/texts/steps.ts'
import { workText } from '#web/texts/work.ts'
import { Asks } from './Asks.tsx'
import { Earlier } from './Earlier.tsx'
import { FactList } from './FactList.tsx'
import { NoteBox } from './NoteBox.tsx'
import { PanePhotos } from './PanePhotos.tsx'
import { Story } from './Story.tsx'
import { Clocks, Ratings, Team } from './Team.tsx'
import { STEP_KEYS } from './step-keys.ts'
import './RequestPane.css'

export type RequestPaneProps = {
  request: RequestView
  steps: readonly AllowedAction[]
  onStep: (action: RequestAction) => void
  position?: string
  onNext?: (() => void) | undefined
  onPrevious?: (() => void) | undefined
}

export function RequestPane({ request, steps, onStep, ...around }: RequestPaneProps) {
  const t = useText(workText)
  const lang = useLang()
  const { now, clockText, dayTime } = useTime()
  const { step, tone } = ringOf(request, now)
  const { dueAt, paused, closedAt, round, text } = request
  const late = tone === 'late' && dueAt !== null
  const promised = request.clocks.find(({ kind, stoppedAt }) => kind === 'handle' && stoppedAt === null)
  const state = statusWords(request, lang)
  return (
    <article className="pane" aria-labelledby="pane-title">
      <PaneHead request={request} steps={steps} onStep={onStep} {...around} />
      <div className="pane-body">
        <h2 id="pane-title" className="pane-title">
          {request.title}
        </h2>
        <p className="pane-meta">
          <Pill tone={tone} {...(late && { icon: 'clock' })}>
            {late ? t.lateBy(state, clockText(dueAt)) : state}
          </Pill>
          <span>{t.step(step)}</span>
          {round > 1 && <span>{t.round(round)}</span>}
          {promised && !closedAt && <span>{t.promised(dayTime(promised.dueAt))}</span>}
          {!late && dueAt && !closedAt && <Clock dueAt={dueAt} amberAt={request.amberAt} paused={paused} />}
        </p>
        <Asks request={request} onStep={onStep} />
        <PanePhotos request={request} />
        {text && <blockquote className="pane-say">{text}</blockquote>}
        <FactList request={request} steps={steps} onStep={onStep} />
        <Team request={request} />
        <Clocks request={request} />
        <Story request={request} />
        <Ratings request={request} />
        <Earlier request={request} />
      </div>
      <NoteBox request={request} />
    </article>
  )
}

function PaneHead({ request, steps, onStep, position, onNext, onPrevious }: RequestPaneProps) {
  const t = useText(workText)
  const words = useText(actionText)
  const navigate = useNavigate()
  const { dayTime } = useTime()
  const address = `/console/requests/${request.id}`
  const [open, setOpen] = useState(false)
  // beside a list it is a part of the page, alone it is the page
  const Number = position ? 'span' : 'h1'
  return (
    <header className="hd pane-hd">
      <Number className="n">{request.number}</Number>
      <span className="sp" />
      {position && (
        <>
          <span className="n">{position}</span>
          <button type="button" className="tb" aria-label={t.previous} aria-disabled={!onPrevious} onClick={onPrevious}>
            <Icon name="chevron-up" size={20} />
          </button>
          <button type="button" className="tb" aria-label={t.next} aria-disabled={!onNext} onClick={onNext}>
            <Icon name="chevron-down" size={20} />
          </button>
        </>
      )}
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        menu={{
          items: [
            ...steps.map(({ action, blocked, until }) => ({
              key: action,
              disabled: blocked !== null,
              label: (
                <span className="menu-step">
                  {words[action].title ?? words[action].verb}
                  {blocked !== null && until !== null && <em>{t.blockedUntil(dayTime(until))}</em>}
                  {STEP_KEYS[action] && <Kbd keys={STEP_KEYS[action]} />}
                </span>
              ),
              onClick: () => onStep(action),
            })),
            ...(steps.length > 0 ? [{ type: 'divider' as const }] : []),
            ...(position
              ? [
                  {
                    key: 'page',
                    label: t.fullPage,
                    onClick: () => void navigate({ to: '/requests/$id', params: { id: request.id } }),
                  },
                ]
              : []),
            {
              key: 'copy',
              label: t.copyLink,
              onClick: () => void navigator.clipboard.writeText(location.origin + address).then(() => toast(t.copied)),
            },
          ],
        }}
      >
        <button type="button" className="tb" aria-label={t.actions} aria-expanded={open}>
          <Icon name="more" size={20} />
        </button>
      </Dropdown>
    </header>
  )
}
