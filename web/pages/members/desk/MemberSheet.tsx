/** One member: what is known, the report card, and what may be done. The name is opened with a reason that the member reads. */
import { useState } from 'react'
import { revealMember, viewMember, type MemberView } from '#contracts/members.ts'
import { Facts } from '#web/components/Card.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { Pill } from '#web/components/Pill.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { memberText, membersText } from '#web/texts/members.ts'
import { CardPart } from './CardPart.tsx'
import { MemberSteps } from './MemberSteps.tsx'

export function MemberSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(membersText)
  const query = useEndpoint(viewMember, { params: { id } })
  return (
    <Sheet open onClose={onClose} title={t.member}>
      <Loaded query={query}>{(member) => <Member member={member} />}</Loaded>
    </Sheet>
  )
}

function Member({ member }: { member: MemberView }) {
  const t = useText(membersText)
  const { list } = useText(marks)
  const m = useText(memberText)
  const say = useProblem()
  const reveal = useCommand(revealMember, { changes: [] })
  const { id, name, phoneMasked, stage, state, inService, buildingName, organisation, elsewhere, gridNames } = member
  const [editing, edit] = useState(false)
  const facts: readonly (readonly [string, string | null])[] = [
    [t.home, buildingName],
    [t.relation, organisation?.name ?? elsewhere],
    [t.grid, gridNames.join(list) || null],
    [t.foundBy, t.found[member.foundBy]],
    [t.confirmedOn, member.confirmedOn],
    [t.answer, member.answer],
  ]
  return (
    <div className="dm-member">
      <div className="dm-who">
        <MaskedPerson
          masked={`${name} ${phoneMasked ?? ''}`}
          seen={reveal.reply}
          busy={reveal.busy}
          error={reveal.error ? say(reveal.error) : undefined}
          onReveal={(reason) => reveal.send({ params: { id }, body: { reason } })}
        />
        <Pill tone={state === 'confirmed' ? 'good' : 'due'}>{t.states[state]}</Pill>
      </div>
      <p className="dm-sub">
        <Facts items={[m.stages[stage], inService && m.inService]} />
      </p>
      <dl className="dm-facts">
        {facts.map(
          ([word, value]) =>
            value && (
              <div key={word}>
                <dt>{word}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <MemberSteps member={member} editing={editing} onEdit={edit} />
      {member.card && <CardPart member={member} card={member.card} />}
    </div>
  )
}
