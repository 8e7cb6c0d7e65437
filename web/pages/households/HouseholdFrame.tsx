/** The frame of the pages about households: the files, the owners' roll, what residents ask, and the record of fields. */
import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Page } from '#web/components/desk/Page.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { householdsText } from '#web/texts/households.ts'
import './households.css'

const TABS = [
  { to: '/households', words: 'households', right: 'households.view' },
  { to: '/owners', words: 'owners', right: 'owners.view' },
  { to: '/households/asks', words: 'asksTab', right: 'households.manage' },
  { to: '/households/fields', words: 'record', right: 'settings.view' },
] as const

export function HouseholdFrame({
  note,
  tools,
  children,
}: {
  note?: ReactNode
  tools?: ReactNode
  children: ReactNode
}) {
  const t = useText(householdsText)
  const { data: me } = useMe()
  return (
    <Page title={t.title} note={note} tools={tools}>
      <nav className="hh-tabs" aria-label={t.tabs}>
        {TABS.filter(({ right }) => me?.rights.includes(right)).map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            {t[words]}
          </Link>
        ))}
      </nav>
      {children}
    </Page>
  )
}
