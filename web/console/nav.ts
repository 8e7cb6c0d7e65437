/**
 * Where the desk leads. A page of the desk is one line here and one in routes.tsx; its name is in texts/desk.ts under
 * `nav`. A line is shown to whoever has its right; `count` is a view of the work list that is counted behind it.
 */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { countWork } from '#contracts/requests.ts'
import type { Right } from '#contracts/rights.ts'
import type { IconName } from '#web/components/Icon.tsx'
import type { deskText } from '#web/texts/desk.ts'

export type WorkCounts = ReplyOf<typeof countWork>
export type NavItem = {
  to: string
  words: keyof typeof deskText.zh.nav
  icon: IconName
  right: Right
  count?: keyof WorkCounts
}

// prettier-ignore
export const NAV: readonly NavItem[] = [
  { to: '/',    words: 'work',   icon: 'list', right: 'requests.work', count: 'mine' },
  { to: '/new', words: 'intake', icon: 'plus', right: 'requests.onBehalf' },
  { to: '/map', words: 'map', icon: 'map', right: 'requests.work' },
  { to: '/supervise', words: 'supervise', icon: 'flag', right: 'requests.supervise' },
  { to: '/follow-up', words: 'followUp', icon: 'phone', right: 'requests.followUp', count: 'followUp' },
  { to: '/posts', words: 'people', icon: 'people', right: 'people.view' },
  { to: '/categories', words: 'categories', icon: 'gear', right: 'settings.view' },
  { to: '/audit', words: 'audit', icon: 'eye', right: 'audit.view' },
]
