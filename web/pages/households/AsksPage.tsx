/** What residents ask about their own files: nearest promise first, and the latest answers. */
import { listAsks } from '#contracts/households.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { householdsText } from '#web/texts/households.ts'
import { AskList } from './AskList.tsx'
import { HouseholdFrame } from './HouseholdFrame.tsx'

export function AsksPage() {
  const t = useText(householdsText)
  return (
    <Allowed right="households.manage" title={t.title}>
      <HouseholdFrame>
        <div className="hh-column">
          <Asks title={t.askOpen} status="open" />
          <Asks title={t.askAnswered} status="answered" />
        </div>
      </HouseholdFrame>
    </Allowed>
  )
}

function Asks({ title, status }: { title: string; status: 'open' | 'answered' }) {
  const t = useText(householdsText)
  const query = useEndpoint(listAsks, { query: { status } })
  return (
    <Panel title={title}>
      <Loaded query={query}>
        {(asks) =>
          asks.length === 0 ? (
            <p className="panel-none">{status === 'open' ? t.askNone : t.answeredNone}</p>
          ) : (
            <AskList asks={asks} />
          )
        }
      </Loaded>
    </Panel>
  )
}
