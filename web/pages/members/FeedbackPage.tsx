/** My quarterly sheet, to look at and to print: it goes to my unit by my own hand. */
import { useState } from 'react'
import { myFeedback, myMembership } from '#contracts/members.ts'
import { ActionBar, AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { cardText } from '#web/texts/members.ts'
import { FeedbackPaper } from './FeedbackPaper.tsx'
import { lastQuarters, quarterKey } from './quarters.ts'
import './members.css'

export function FeedbackPage() {
  const t = useText(cardText)
  const quarters = lastQuarters(useNow())
  const [key, setKey] = useState(quarterKey(quarters[0]))
  const chosen = quarters.find((one) => quarterKey(one) === key) ?? quarters[0]
  const mine = useEndpoint(myMembership, {})
  const accepted = mine.data?.card?.status === 'accepted'
  const query = useEndpoint(myFeedback, { query: chosen }, { enabled: accepted, keepLast: true })
  return (
    <AppFrame
      title={t.sheet}
      backTo="/member"
      bottom={
        query.data && (
          <ActionBar note={t.sheetNote}>
            <Button kind="accent" icon="print" onClick={() => print()}>
              {t.print}
            </Button>
          </ActionBar>
        )
      }
    >
      <div className="plate-tools">
        <Choice
          label={t.pick}
          value={key}
          onChange={setKey}
          options={quarters.map((one) => ({ value: quarterKey(one), label: t.quarter(one.year, one.quarter) }))}
        />
      </div>
      <Loaded query={mine}>
        {() =>
          accepted ? (
            <Loaded query={query}>{(sheet) => <FeedbackPaper sheet={sheet} />}</Loaded>
          ) : (
            <Empty mood="quiet" icon="document" title={t.notAccepted} />
          )
        }
      </Loaded>
    </AppFrame>
  )
}
