/** The frame of the pages about people: who answers for what, the people, the organisations, venues, selections, the chain. */
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import type { Right } from '#contracts/rights.ts'
import { Page } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { peopleText } from '#web/texts/people.ts'
import './people.css'

const TABS = [
  ['posts', 'people.view'],
  ['people', 'people.view'],
  ['organisations', 'people.view'],
  ['venues', 'registers.view'],
  ['selections', 'organisations.manage'],
  ['chain', 'registers.view'],
] as const satisfies readonly (readonly [string, Right])[]

export function PeopleFrame({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  const t = useText(peopleText)
  const { data: me } = useMe()
  const may = (right: Right) => me?.rights.includes(right) ?? false
  const changes = may('people.manage') || may('posts.appoint') || may('organisations.manage')
  return (
    <Page
      title={t.title}
      note={me && !changes && t.readOnly}
      tools={
        <>
          <nav className="seg pp-tabs" aria-label={t.tabs}>
            {TABS.filter(([, right]) => may(right)).map(([tab]) => (
              <Link key={tab} to={`/${tab}`} activeProps={{ className: 'on' }}>
                {t[tab]}
              </Link>
            ))}
          </nav>
          {tools}
        </>
      }
    >
      {children}
    </Page>
  )
}
