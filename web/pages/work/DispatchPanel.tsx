/**
 * Where it goes: to one, to the pool, or by whistle to several. The likely handler is chosen already, so two strokes do it.
 * Sending waits five seconds, in which it can be taken back; the page goes on at once.
 */
import { useState } from 'react'
import {
  JOINT_METHODS,
  listHandlers,
  type AllowedAction,
  type RequestAction,
  type RequestView,
} from '#contracts/requests.ts'
import { Button } from '#web/components/Button.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { sendSoon } from '#web/components/desk/outgoing.ts'
import { Seg } from '#web/components/desk/Seg.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { dispatchText } from '#web/texts/dispatch.ts'
import { marks } from '#web/texts/marks.ts'
import { CoHandlers } from './CoHandlers.tsx'
import {
  bodyOf,
  missingIn,
  type CoHandler,
  type Dispatch,
  type Handler,
  type JointMethod,
  type Way,
} from './dispatch.ts'
import { HandlerList } from './HandlerList.tsx'
import './DispatchPanel.css'

type Props = {
  request: RequestView
  ways: readonly Way[]
  steps: readonly AllowedAction[]
  onStep: (action: RequestAction) => void
  onDone: () => void
  onBack: (id: string) => void
}
const KEYS: Record<Way, string> = { one: '1', pool: '2', whistle: '3', rule: '4' }
/** So many at one place within 90 days make it a matter for the meeting. Customary. */
const OFTEN = 3

export function DispatchPanel({ request, ways, steps, onStep, onDone, onBack }: Props) {
  const t = useText(dispatchText)
  const { data: handlers } = useEndpoint(listHandlers, { params: { id: request.id } }, { topics: ['people'] })
  const [chosenWay, setWay] = useState<Way>()
  const [chosenLead, setLead] = useState<Handler>()
  const [helpers, setHelpers] = useState<readonly CoHandler[]>([])
  const [adding, setAdding] = useState(false)
  const [note, setNote] = useState('')
  const [joint, setJoint] = useState<JointMethod>()
  const [ownWords, setOwnWords] = useState<string>()
  const [tried, setTried] = useState(false)

  const way = chosenWay && ways.includes(chosenWay) ? chosenWay : (ways[0] ?? 'one')
  const lead = chosenLead ?? handlers?.find(({ suggested }) => suggested)
  const proposed = useProposedWords(request, way, lead, helpers)
  const dispatch: Dispatch = { way, lead, helpers, note, publicWords: ownWords ?? proposed, joint }
  const missing = missingIn(dispatch)
  const count = helpers.length + 1
  const name = lead?.name ?? ''
  const verb = way === 'pool' ? t.send.pool : way === 'whistle' ? t.send.whistle(count) : t.send[way](name)

  const send = () => {
    setTried(true)
    if (missing) return
    const { title } = request
    const words =
      way === 'pool' ? t.sent.pool(title) : way === 'whistle' ? t.sent.whistle(title, count) : t.sent[way](title, name)
    sendSoon(request, bodyOf(dispatch, request.seq), words, () => onBack(request.id))
    onDone()
  }
  useShortcuts([
    ...ways.map((one) => ({
      keys: KEYS[one],
      words: one === 'rule' ? t.rule : t.keys[one],
      hint: t.keys.ways,
      group: 'dispatch' as const,
      run: () => setWay(one),
    })),
    ...(way === 'whistle'
      ? [{ keys: 'c', words: t.keys.addCo, group: 'dispatch' as const, run: () => setAdding(true) }]
      : []),
    { keys: 'mod+Enter', words: t.keys.send, group: 'dispatch', run: send },
  ])

  return (
    <div className="dp">
      <div className="dp-body">
        <Seg
          label={t.how}
          panel="dispatch-panel"
          value={way}
          onChange={setWay}
          options={ways.map((one) => ({ value: one, words: t[one], keys: KEYS[one] }))}
        />
        <div id="dispatch-panel" role="tabpanel" aria-label={t[way]}>
          {way !== 'pool' && (
            <HandlerList
              key={way}
              title={way === 'whistle' ? t.lead : t.to}
              handlers={handlers}
              without={way === 'whistle' ? helpers.map(({ handler }) => handler) : []}
              chosen={lead}
              onChoose={setLead}
              folded={way === 'whistle'}
            />
          )}
          {way === 'whistle' && (
            <CoHandlers
              handlers={handlers ?? []}
              lead={lead}
              helpers={helpers}
              onChange={setHelpers}
              adding={adding}
              onAdding={setAdding}
              tried={tried}
            />
          )}
          {way === 'whistle' && (
            <label className="dp-words">
              <span>{t.joint}</span>
              <select
                value={joint ?? ''}
                onChange={(event) => setJoint(JOINT_METHODS.find((one) => one === event.target.value))}
              >
                <option value="">{t.jointNone}</option>
                {JOINT_METHODS.map((one) => (
                  <option key={one} value={one}>
                    {t.joints[one]}
                  </option>
                ))}
              </select>
            </label>
          )}
          {way === 'pool' && <p className="dp-say">{t.poolAfter}</p>}
          <LadderHint request={request} steps={steps} onStep={onStep} />
          {(way === 'one' || way === 'whistle') && lead && (
            <label className="dp-words">
              <span>{t.readers(request.joinerCount + 1)}</span>
              <textarea
                rows={2}
                maxLength={300}
                value={dispatch.publicWords}
                onChange={(event) => setOwnWords(event.target.value)}
              />
            </label>
          )}
          <label className="dp-words">
            <span>{way === 'rule' ? t.ruleNote : way === 'pool' ? t.poolNote : t.note}</span>
            <textarea rows={1} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
        </div>
      </div>
      <div className="dp-go">
        {tried && missing && (
          <p role="alert">{missing === 'handler' ? t.needHandler : missing === 'note' ? t.needNote : t.needCo}</p>
        )}
        <Button kind="accent" {...(way === 'whistle' && { icon: 'whistle' })} onClick={send} className="dp-send">
          {verb} <Kbd keys="mod+Enter" />
        </Button>
      </div>
    </div>
  )
}

/** The sentence that residents will read, from what was chosen; it can be rewritten. */
function useProposedWords(request: RequestView, way: Way, lead: Handler | undefined, helpers: readonly CoHandler[]) {
  const t = useText(dispatchText)
  const { list } = useText(marks)
  const { dayTime } = useTime()
  const handle = request.clocks.find(({ kind, stoppedAt }) => kind === 'handle' && stoppedAt === null)
  const when = handle ? dayTime(handle.dueAt) : ''
  if (!lead) return ''
  if (way !== 'whistle' || helpers.length === 0) return t.words.one(lead.name, when)
  return t.words.whistle(lead.name, helpers.map(({ handler }) => handler.name).join(list), when)
}

function LadderHint({ request, steps, onStep }: Pick<Props, 'request' | 'steps' | 'onStep'>) {
  const t = useText(dispatchText)
  const times = request.earlierHere.length + 1
  const open = steps.some(({ action, blocked }) => action === 'escalate' && blocked === null)
  if (!open || times < OFTEN) return null
  return (
    <p className="dp-ladder">
      <Icon name="ladder" size={18} />
      <span>
        {t.again(times)}
        <button type="button" onClick={() => onStep('escalate')}>
          {t.toLadder}
        </button>
        {t.againEnd}
      </span>
    </p>
  )
}
