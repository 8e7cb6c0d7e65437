/** Both counts side by side, so that nobody takes one for the other: who lives here, and whose relation is here. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { countMembers } from '#contracts/members.ts'
import { Facts } from '#web/components/Card.tsx'
import { useText } from '#web/platform/i18n.ts'
import { membersText } from '#web/texts/members.ts'

export type Counts = ReplyOf<typeof countMembers>

export function Figures({ counts: { resident, related, cards, byBuilding, inNoGrid } }: { counts: Counts }) {
  const t = useText(membersText)
  const plates = byBuilding.reduce((sum, one) => sum + one.plates, 0)
  return (
    <dl className="dm-figures">
      <Figure
        words={t.resident}
        count={resident.formal + resident.probationary}
        notes={[t.formal(resident.formal), t.probationary(resident.probationary), t.inServiceCount(resident.inService)]}
      />
      <Figure
        words={t.related}
        count={related.formal + related.probationary}
        notes={[t.formal(related.formal), t.probationary(related.probationary)]}
      />
      <Figure
        words={t.reported}
        count={cards.accepted}
        notes={[cards.sent > 0 && t.cardsWaiting(cards.sent), cards.returned > 0 && t.cardsReturned(cards.returned)]}
      />
      <Figure words={t.plates} count={plates} notes={[t.platesNote]} />
      <Figure words={t.inNoGrid} count={inNoGrid} notes={[inNoGrid > 0 && t.inNoGridNote]} />
    </dl>
  )
}

type FigureProps = { words: string; count: number; notes: readonly (string | false)[] }
const Figure = ({ words, count, notes }: FigureProps) => (
  <div>
    <dt>{words}</dt>
    <dd>
      <b>{count}</b>
      <small>
        <Facts items={notes} />
      </small>
    </dd>
  </div>
)
