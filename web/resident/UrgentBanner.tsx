/**
 * A call for help nearby shows on every page of those who are alerted, at once: it leads to the call's own page. Not drawn on
 * the home page, where it is the first card, nor on calls themselves.
 */
import { Link, useRouterState } from '@tanstack/react-router'
import { home } from '#contracts/requests.ts'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { urgentText } from '#web/texts/urgent.ts'
import './UrgentBanner.css'

export function UrgentBanner() {
  const t = useText(urgentText)
  const { dayTime } = useTime()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const { data } = useEndpoint(home, {}, { topics: ['requests', 'notices'] })
  const call = data?.waiting.find(({ question }) => question === 'urgentCall')?.request
  if (!call || path === '/' || path.startsWith('/urgent')) return null
  return (
    <Link className="urgent-banner" to="/urgent/$id" params={{ id: call.id }} role="alert">
      <Icon name="alert" />
      <span>
        <b>{t.bannerTitle(call.title)}</b>
        {call.placeName} {dayTime(call.createdAt)}
      </span>
      <Icon name="chevron" />
    </Link>
  )
}
