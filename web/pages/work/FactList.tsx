/** Where, whence, who and what: the reporter is masked and opened with a reason for this once, the category is a proposal until said. */
import type { AllowedAction, RequestAction, RequestView } from '#contracts/requests.ts'
import { revealReporter, takeStep } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { kindText } from '#web/texts/request.ts'
import { actionText } from '#web/texts/steps.ts'
import { workText } from '#web/texts/work.ts'

type Props = { request: RequestView; steps: readonly AllowedAction[]; onStep: (action: RequestAction) => void }

export function FactList({ request, steps, onStep }: Props) {
  const t = useText(workText)
  const kinds = useText(kindText)
  const { placeName, locationWords, channel, kind, helperCapacity, duplicates, answers, limited } = request
  return (
    <dl className="kv pane-kv">
      <dt>{t.place2}</dt>
      <dd>
        <Facts items={[placeName, locationWords]} />
      </dd>
      <dt>{t.channel2}</dt>
      <dd>
        <Facts
          items={[
            kinds[kind],
            t.channels[channel],
            duplicates.length > 0 && t.mergedCount(duplicates.length),
            limited && t.limited,
          ]}
        />
      </dd>
      <dt>{t.reporter}</dt>
      <dd>
        <Reporter request={request} />
      </dd>
      <dt>{t.category}</dt>
      <dd>
        <Category request={request} steps={steps} onStep={onStep} />
      </dd>
      {helperCapacity && (
        <>
          <dt>{t.helper}</dt>
          <dd>{helperCapacity}</dd>
        </>
      )}
      {answers.map(({ question, answer }) => (
        <div key={question} className="kv-wide">
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}

function Reporter({ request: { id, reporter } }: { request: RequestView }) {
  const t = useText(workText)
  const say = useProblem()
  const mayReveal = useRight('people.reveal')
  const reveal = useCommand(revealReporter, { changes: [] })
  if (!reporter) return t.notShown
  return (
    <MaskedPerson
      masked={reporter.name}
      seen={reveal.reply}
      busy={reveal.busy}
      error={reveal.error ? say(reveal.error) : undefined}
      {...(mayReveal && { onReveal: (reason: string) => reveal.send({ params: { id }, body: { reason } }) })}
    />
  )
}

/** A guess is never shown as a fact: 看着像 until somebody says so. */
function Category({ request, steps, onStep }: Props) {
  const t = useText(workText)
  const words = useText(actionText)
  const say = useProblem()
  const set = useCommand(takeStep, { onDone: () => toast(words.setCategory.done) })
  const mayChange = steps.some(({ action, blocked }) => action === 'setCategory' && blocked === null)
  const [likely] = request.categoryProposals
  const accept = (categoryCode: string) =>
    set.send({ params: { id: request.id }, body: { action: 'setCategory', seq: request.seq, categoryCode } })
  return (
    <span className="pane-cat">
      {request.categoryCode ? (
        request.categoryName
      ) : likely ? (
        <>
          {t.looksLike}“{likely.name}”
          {mayChange && (
            <button type="button" className="link" onClick={() => accept(likely.code)}>
              {t.acceptProposal}
            </button>
          )}
        </>
      ) : (
        t.noCategory
      )}
      {mayChange && (
        <button type="button" className="link" onClick={() => onStep('setCategory')}>
          {t.change}
        </button>
      )}
      {set.error && (
        <span role="alert" className="pane-warn">
          {say(set.error)}
        </span>
      )}
    </span>
  )
}
