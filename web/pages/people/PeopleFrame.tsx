/** The frame of the three pages about people: who answers for what, the people, the organisations. */
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Page } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { peopleText } from '#web/texts/people.ts'
import './people.css'

const TABS = ['posts', 'people', 'organisations'] as const

export function PeopleFrame({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  const t = useText(peopleText)
  const manages = useRight('people.manage')
  return (
    <Page
      title={t.title}
      note={!manages && t.readOnly}
      tools={
        <>
          <nav className="seg pp-tabs" aria-label={t.tabs}>
            {TABS.map((tab) => (
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
