/** Why, and what caused it: from the controlled lists, in the reader's language. A reason with a signpost says where to go. */
import { listReasons, type RequestAction, type StepBody } from '#contracts/requests.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { stepText } from '#web/texts/steps.ts'
import { Choice } from '../Choice.tsx'
import type { StepForm } from './use-step.ts'

type Listed = ReplyOf<typeof listReasons>[number]

/** Which list a step chooses from (server/modules/requests/reasons.ts holds the same). */
const LIST_OF: Partial<Record<RequestAction, Listed['list']>> = {
  decline: 'decline',
  giveBack: 'return',
  close: 'close',
  askShelve: 'close',
}

function reasonsFor(all: readonly Listed[], action: RequestAction, outcome: StepBody['outcome']): Listed[] {
  const list = LIST_OF[action]
  const wanted = action === 'askShelve' ? 'shelved' : outcome
  return all.filter((one) => one.list === list && (list !== 'close' || one.outcome === wanted))
}

export function ReasonField({ form }: { form: StepForm }) {
  const t = useText(stepText)
  const english = useLang() === 'en'
  const { data = [] } = useEndpoint(listReasons, {})
  const reasons = reasonsFor(data, form.allowed.action, form.values.outcome)
  const chosen = reasons.find(({ code }) => code === form.values.reasonCode)
  if (reasons.length === 0) return null
  return (
    <Choice
      label={t.reason}
      error={form.errorOf('reasonCode')}
      hint={chosen?.signpost}
      value={form.values.reasonCode}
      onChange={(reasonCode) => form.set({ reasonCode })}
      options={reasons.map(({ code, words, wordsEn }) => ({ value: code, label: english ? wordsEn : words }))}
    />
  )
}

export function CauseField({ form }: { form: StepForm }) {
  const t = useText(stepText)
  const english = useLang() === 'en'
  const { data = [] } = useEndpoint(listReasons, {})
  return (
    <Choice
      label={t.cause}
      error={form.errorOf('cause')}
      value={form.values.cause}
      onChange={(cause) => form.set({ cause })}
      options={data
        .filter(({ list }) => list === 'cause')
        .map(({ code, words, wordsEn }) => ({ value: code, label: english ? wordsEn : words }))}
    />
  )
}
