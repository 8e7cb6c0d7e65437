/** The organisation finds a member: who, where they live, where the relation is, and how they agreed to be entered. */
import { useState } from 'react'
import { addMember, MEMBER_STAGES } from '#contracts/members.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { useWho, WhoFields } from '#web/components/desk/WhoFields.tsx'
import { fieldError } from '#web/components/Field.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { joinText, memberText, membersText } from '#web/texts/members.ts'
import { blankRelation, RelationFields, relationIn } from './RelationFields.tsx'

const OWN_FIELDS = ['phone', 'homePlaceId', 'elsewhere']

export function AddMemberSheet({ onClose }: { onClose: () => void }) {
  const t = useText(membersText)
  const m = useText(memberText)
  const j = useText(joinText)
  const say = useProblem()
  const who = useWho()
  const [home, setHome] = useState<PickedPlace>()
  const [stage, setStage] = useState<(typeof MEMBER_STAGES)[number]>('formal')
  const [relation, setRelation] = useState(blankRelation)
  const [inService, setInService] = useState<'yes' | 'no'>('no')
  const [agreed, setAgreed] = useState<'paper' | 'ask'>()
  const add = useCommand(addMember, { onDone: () => (toast(t.added[agreed ?? 'ask']), onClose()) })
  const { name, phone, isMobile } = who
  const missing = (!name || !isMobile) && t.fillPerson
  const send = () =>
    agreed &&
    add.send({
      body: {
        name,
        phone,
        stage,
        inService: inService === 'yes',
        agreed,
        ...(home && { homePlaceId: home.id }),
        ...relationIn(relation),
      },
    })
  const elsewhereInForm = add.error && !OWN_FIELDS.includes(add.error.field ?? '')
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.add}
      footer={
        <Button kind="accent" busy={add.busy && t.saving} blocked={missing || (!agreed && t.sayAgreed)} onClick={send}>
          {t.save}
        </Button>
      }
    >
      <div className="dm-form">
        <WhoFields
          who={who}
          words={{ name: t.name, phone: t.phone, hint: t.phoneHint }}
          phoneError={fieldError(add.error, 'phone', say)}
        />
        <PlacePick
          label={t.homeOf}
          optional
          level="home"
          hint={t.homeHint}
          value={home}
          onChange={setHome}
          error={fieldError(add.error, 'homePlaceId', say)}
        />
        <Choice
          label={j.stage}
          value={stage}
          onChange={setStage}
          options={MEMBER_STAGES.map((value) => ({ value, label: m.stages[value] }))}
        />
        <RelationFields relation={relation} onChange={setRelation} error={add.error} />
        <Choice<'yes' | 'no'>
          label={t.inServiceHead}
          value={inService}
          onChange={setInService}
          options={[
            { value: 'yes', label: j.yes },
            { value: 'no', label: j.no },
          ]}
        />
        <Choice<'paper' | 'ask'>
          label={t.agreed}
          hint={t.agreedHint}
          value={agreed}
          onChange={setAgreed}
          options={[
            { value: 'paper', label: t.agreedBy.paper },
            { value: 'ask', label: t.agreedBy.ask },
          ]}
        />
        {elsewhereInForm && add.error && (
          <p className="dm-error" role="alert">
            {say(add.error)}
          </p>
        )}
      </div>
    </Sheet>
  )
}
