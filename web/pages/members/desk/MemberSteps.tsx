/** What may be done with a member's entry, as the server allows it: buttons, and the words that some of them need. */
import { useState } from 'react'
import { MEMBER_STAGES, stepMember, type MemberAction, type MemberView } from '#contracts/members.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { joinText, memberText, membersText } from '#web/texts/members.ts'
import { blankRelation, RelationFields, relationIn, type Relation } from './RelationFields.tsx'

type DeskAction = Exclude<MemberAction, 'agree' | 'withdraw'>
const isDesk = (action: MemberAction): action is DeskAction => action !== 'agree' && action !== 'withdraw'
const WITH_WORDS: readonly DeskAction[] = ['return', 'leave']

type Props = { member: MemberView; editing: boolean; onEdit: (editing: boolean) => void }

export function MemberSteps({ member, editing, onEdit }: Props) {
  const t = useText(membersText)
  const say = useProblem()
  const [asking, ask] = useState<DeskAction>()
  const [words, setWords] = useState('')
  const step = useCommand(stepMember, { onDone: () => (toast(t.done), ask(undefined), onEdit(false)) })
  const params = { id: member.id }
  const take = (action: DeskAction) =>
    action === 'change'
      ? onEdit(true)
      : WITH_WORDS.includes(action)
        ? ask(action)
        : step.send({ params, body: { action } })
  const actions = member.allowedActions.filter(isDesk)
  if (editing) return <Change member={member} onClose={() => onEdit(false)} />
  if (asking)
    return (
      <div className="dm-form">
        <TextArea
          label={t.wordsFor[asking === 'return' ? 'return' : 'leave']}
          value={words}
          onChange={setWords}
          maxLength={200}
          error={step.error ? say(step.error) : undefined}
        />
        <Answers>
          <Button onClick={() => ask(undefined)}>{t.cancel}</Button>
          <Button
            kind="accent"
            busy={step.busy && t.saving}
            blocked={!words.trim() && t.needWords}
            onClick={() => step.send({ params, body: { action: asking, words: words.trim() } })}
          >
            {t.actions[asking]}
          </Button>
        </Answers>
      </div>
    )
  return (
    <>
      {step.error && (
        <p className="dm-error" role="alert">
          {say(step.error)}
        </p>
      )}
      <Answers>
        {actions.map((action) => (
          <Button
            key={action}
            kind={action === 'confirm' || action === 'recordPaper' ? 'accent' : 'plain'}
            busy={step.busy && t.saving}
            onClick={() => take(action)}
          >
            {t.actions[action]}
          </Button>
        ))}
      </Answers>
    </>
  )
}

function Change({ member, onClose }: { member: MemberView; onClose: () => void }) {
  const t = useText(membersText)
  const m = useText(memberText)
  const j = useText(joinText)
  const say = useProblem()
  const [stage, setStage] = useState(member.stage)
  const [inService, setInService] = useState<'yes' | 'no'>(member.inService ? 'yes' : 'no')
  const [relation, setRelation] = useState<Relation>({
    ...blankRelation,
    where: member.organisation ? 'here' : member.elsewhere ? 'elsewhere' : 'unknown',
    organisationId: member.organisation?.id ?? '',
    elsewhere: member.elsewhere ?? '',
  })
  const step = useCommand(stepMember, { onDone: () => (toast(t.done), onClose()) })
  const save = () => {
    const { organisationId = null, elsewhere = null } = relationIn(relation)
    const body = { action: 'change', stage, inService: inService === 'yes', organisationId, elsewhere } as const
    step.send({ params: { id: member.id }, body })
  }
  return (
    <div className="dm-form">
      <Choice
        label={j.stage}
        value={stage}
        onChange={setStage}
        options={MEMBER_STAGES.map((value) => ({ value, label: m.stages[value] }))}
      />
      <RelationFields relation={relation} onChange={setRelation} error={step.error} />
      <Choice<'yes' | 'no'>
        label={t.inServiceHead}
        value={inService}
        onChange={setInService}
        options={[
          { value: 'yes', label: j.yes },
          { value: 'no', label: j.no },
        ]}
      />
      {step.error && (
        <p className="dm-error" role="alert">
          {say(step.error)}
        </p>
      )}
      <Answers>
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="accent" busy={step.busy && t.saving} onClick={save}>
          {t.save}
        </Button>
      </Answers>
    </div>
  )
}
