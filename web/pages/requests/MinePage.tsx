/** 我的事: what I reported, follow, have in hand, or reported for somebody else. */
import { useState } from 'react'
import { listMine } from '#contracts/requests.ts'
import type { QueryOf } from '#contracts/endpoint.ts'
import { AppFrame } from '#web/components/AppFrame.tsx'
import { Button } from '#web/components/Button.tsx'
import { Card } from '#web/components/Card.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhoneTabs } from '#web/components/PhoneTabs.tsx'
import { Segments } from '#web/components/Tabs.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { mineText } from '#web/texts/mine.ts'
import { RequestLine } from './RequestLine.tsx'
import './lists.css'

type Role = NonNullable<QueryOf<typeof listMine>['role']>

export function MinePage() {
  const t = useText(mineText)
  const { data: me } = useMe()
  const [role, setRole] = useState<Role>('reported')
  const roles: Role[] = ['reported', 'joined']
  if (me && me.capacities.length > 0) roles.push('handling')
  if (me?.rights.includes('requests.onBehalf')) roles.push('helped')
  return (
    <AppFrame title={t.title} header="top" bottom={<PhoneTabs />}>
      <Segments
        label={t.which}
        value={role}
        onChange={setRole}
        segments={roles.map((value) => ({ value, label: t[value] }))}
      />
      <div className="list">
        <Lines key={role} role={role} />
      </div>
    </AppFrame>
  )
}

/** One page of the list; the next one stands under it once asked for. */
function Lines({ role, after }: { role: Role; after?: string }) {
  const t = useText(mineText)
  const query = useEndpoint(listMine, { query: { role, ...(after && { after }) } })
  const [more, setMore] = useState(false)
  return (
    <Loaded query={query}>
      {({ rows, next }) => (
        <>
          {rows.length === 0 && (
            <Empty
              mood="quiet"
              title={t.empty[role]}
              note={t.emptyNote[role]}
              action={
                role === 'reported' && (
                  <Button kind="quiet" to="/report">
                    {t.report}
                  </Button>
                )
              }
            />
          )}
          {rows.length > 0 && (
            <Card>
              {rows.map((request) => (
                <RequestLine key={request.id} request={request} placed={role === 'helped' || role === 'handling'} />
              ))}
            </Card>
          )}
          {next && !more && (
            <Button kind="quiet" className="list-more" onClick={() => setMore(true)}>
              {t.more}
            </Button>
          )}
          {next && more && <Lines role={role} after={next} />}
        </>
      )}
    </Loaded>
  )
}
