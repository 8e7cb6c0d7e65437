/** 报到卡 with the survey of willingness: what I can do, when, and what I would like to; whatever is left empty is left empty. */
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { BodyOf } from '#contracts/endpoint.ts'
import { endCard, myMembership, sendCard, type CardView, type Choice as Listed } from '#contracts/members.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { TextArea, TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { Confirm } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { cardText, memberText } from '#web/texts/members.ts'
import { useChoiceWords } from './choice-words.ts'
import type { Mine } from './mine.ts'
import './members.css'

export function CardPage() {
  const query = useEndpoint(myMembership, {})
  return <Loaded query={query}>{(mine) => <CardForm mine={mine} />}</Loaded>
}

type Written = BodyOf<typeof sendCard>
const BLANK: Written = { unitName: '', skills: [], freeTimes: [], wants: [], words: '', tellsUnit: false }
const codes = (list: readonly Listed[]) => list.map(({ code }) => code)

const writtenOn = (card: CardView | null): Written => {
  if (!card) return BLANK
  const { unitName, skills, freeTimes, wants, words, tellsUnit } = card
  return { unitName, skills: codes(skills), freeTimes: codes(freeTimes), wants: codes(wants), words, tellsUnit }
}

function CardForm({ mine }: { mine: Mine }) {
  const t = useText(cardText)
  const m = useText(memberText)
  const say = useProblem()
  const navigate = useNavigate()
  const [card, setCard] = useState(() => writtenOn(mine.card))
  const put = (part: Partial<Written>) => setCard({ ...card, ...part })
  const toCorner = (words: string) => () => (toast(words), void navigate({ to: '/member', replace: true }))
  const send = useCommand(sendCard, { onDone: toCorner(t.sent) })
  const empty = card.skills.length + card.freeTimes.length + card.wants.length === 0 && !card.words.trim()
  const standing = mine.card?.status === 'sent' || mine.card?.status === 'accepted'
  return (
    <AppFrame
      title={t.title}
      backTo="/member"
      closes
      bottom={
        <ActionBar>
          <Button
            kind="accent"
            busy={send.busy && m.saving}
            blocked={empty && t.empty}
            onClick={() => send.send({ body: { ...card, unitName: card.unitName.trim(), words: card.words.trim() } })}
          >
            {t.send}
          </Button>
        </ActionBar>
      }
    >
      <p className="mb-intro">{t.intro}</p>
      <Card padded className="mb-form">
        <Listing label={t.skills} list={mine.skills} values={card.skills} onChange={(skills) => put({ skills })} />
        <Listing
          label={t.freeTimes}
          list={mine.freeTimes}
          values={card.freeTimes}
          onChange={(freeTimes) => put({ freeTimes })}
        />
        <Listing label={t.wants} list={mine.wants} values={card.wants} onChange={(wants) => put({ wants })} />
        <TextArea
          label={t.words}
          hint={t.wordsHint}
          optional
          value={card.words}
          onChange={(words) => put({ words })}
          maxLength={300}
        />
      </Card>
      <Card padded className="mb-gap mb-form">
        <TextField
          label={t.unit}
          hint={t.unitHint}
          optional
          value={card.unitName}
          onChange={(unitName) => put({ unitName })}
          maxLength={80}
        />
        <Choices
          label={t.tellsUnit}
          hint={t.tellsUnitNote}
          values={card.tellsUnit ? ['yes'] : []}
          onChange={(values) => put({ tellsUnit: values.length > 0 })}
          options={[{ value: 'yes', label: t.tellsUnitYes }]}
        />
      </Card>
      {send.error && (
        <p className="mb-error" role="alert">
          {say(send.error)}
        </p>
      )}
      {standing && <EndCard onDone={toCorner(t.ended)} />}
    </AppFrame>
  )
}

type ListingProps = {
  label: string
  list: readonly Listed[]
  values: readonly string[]
  onChange: (values: string[]) => void
}
function Listing({ label, list, values, onChange }: ListingProps) {
  const wordOf = useChoiceWords()
  const options = list.map((one) => ({ value: one.code, label: wordOf(one) }))
  return <Choices label={label} values={values} onChange={onChange} options={options} />
}

function EndCard({ onDone }: { onDone: () => void }) {
  const t = useText(cardText)
  const say = useProblem()
  const [asking, setAsking] = useState(false)
  const end = useCommand(endCard, { onDone })
  return (
    <div className="mb-foot">
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t.end}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t.endTitle}
        consequence={end.error ? say(end.error) : t.endAfter}
        verb={t.end}
        busy={end.busy && t.ending}
        onConfirm={() => end.send({})}
      />
    </div>
  )
}
