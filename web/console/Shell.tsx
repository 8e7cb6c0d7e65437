/**
 * What stands round every page of the desk: navigation at the left, the page, and at the foot the keys and the line to the
 * server. A stranger is led to the sign-in page and comes back to where they wanted to go.
 */
import { useRef, useState } from 'react'
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Button } from '#web/components/Button.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { KeyHints } from './KeyHints.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useMe, useRight } from '#web/platform/me.ts'
import { useNow } from '#web/platform/now.ts'
import { deskText } from '#web/texts/desk.ts'
import { hourMinute } from '#web/texts/time.ts'
import { FindBox } from './FindBox.tsx'
import { useLiveLine, useLiveState } from './live-state.ts'
import { NAV } from './nav.ts'
import { SideNav } from './SideNav.tsx'
import './Shell.css'

export function Shell() {
  const me = useMe()
  const { href, pathname } = useRouterState({ select: ({ location }) => location })
  // While the sign-in page is still loading, the address is already its own.
  if (me.error?.code === 'sign_in_required')
    return pathname === '/sign-in' ? null : <Navigate to="/sign-in" search={{ next: `/console${href}` }} replace />
  return (
    <Loaded query={me} skeleton={<div className="desk" aria-busy="true" />}>
      {({ rights }) => {
        const theirs = NAV.filter(({ right }) => rights.includes(right))
        // who has no work list opens to the registers: there an empty district says how to begin
        const first = theirs.find(({ section }) => section !== 'insight') ?? theirs[0]
        if (!first) return <NoDesk />
        return pathname === '/' && first.to !== '/' ? <Navigate to={first.to} replace /> : <Desk />
      }}
    </Loaded>
  )
}

function Desk() {
  const t = useText(deskText)
  const [finding, setFinding] = useState(false)
  const main = useRef<HTMLElement>(null)
  const navigate = useNavigate()
  const takesIn = useRight('requests.onBehalf')
  useLiveLine()
  useShortcuts([
    { keys: 'mod+k', words: t.goFind, group: 'anywhere', run: () => setFinding(true) },
    ...(takesIn
      ? [{ keys: 'n', words: t.goIntake, group: 'anywhere' as const, run: () => void navigate({ to: '/new' }) }]
      : []),
    { keys: 'g', words: t.goWork, group: 'anywhere', run: () => void navigate({ to: '/' }) },
  ])
  return (
    <div className="desk">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <SideNav onFind={() => setFinding(true)} />
      <main ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="foot">
        <KeyHints />
        <LiveLine />
      </footer>
      {finding && <FindBox onClose={() => setFinding(false)} />}
    </div>
  )
}

function LiveLine() {
  const t = useText(deskText)
  const now = useNow()
  const { standing, since } = useLiveState()
  const words =
    standing === 'connecting'
      ? t.connecting
      : standing === 'open'
        ? t.live(hourMinute(now))
        : t.notLive(hourMinute(since))
  return (
    <span className="foot-live" data-standing={standing} role="status">
      <Icon name={standing === 'lost' ? 'no-signal' : 'check-circle'} size={16} />
      {words}
    </span>
  )
}

function NoDesk() {
  const t = useText(deskText)
  return (
    <main className="no-desk">
      <h1 className="vh">{t.noDesk}</h1>
      <Empty
        mood="quiet"
        icon="inbox"
        title={t.noDesk}
        note={t.noDeskHint}
        action={
          <Button kind="quiet" href="/">
            {t.toPhone}
          </Button>
        }
      />
    </main>
  )
}
