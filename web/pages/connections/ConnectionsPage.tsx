/** What connects us with other systems, by kind; each kind is a tab of its own file. */
import { useState } from 'react'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Page } from '#web/components/desk/Page.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { connectionsText } from '#web/texts/connections.ts'
import { KeysTab } from './KeysTab.tsx'
import { Open311Tab } from './Open311Tab.tsx'
import { ServersTab } from './ServersTab.tsx'
import { WebhooksTab } from './WebhooksTab.tsx'
import './connections.css'

/** In the order of the tabs. */
const TABS = { keys: KeysTab, open311: Open311Tab, webhooks: WebhooksTab, servers: ServersTab }
type Tab = keyof typeof TABS
const NAMES = Object.keys(TABS) as Tab[] // the keys of the constant above

export function ConnectionsPage() {
  const t = useText(connectionsText)
  return (
    <Allowed right="connections.view" title={t.title}>
      <Connections />
    </Allowed>
  )
}

function Connections() {
  const t = useText(connectionsText)
  const asked = useSearchWord('tab')
  const [tab, setTab] = useState<Tab>(NAMES.find((one) => one === asked) ?? 'keys')
  const Chosen = TABS[tab]
  return (
    <Page
      title={t.title}
      note={t.note}
      tools={
        <a className="chip" href="/api">
          {t.api}
        </a>
      }
    >
      <div className="con-tabs">
        <Segments
          label={t.tabs}
          value={tab}
          onChange={setTab}
          segments={NAMES.map((value) => ({ value, label: t.tab[value] }))}
        />
      </div>
      <Chosen />
    </Page>
  )
}
