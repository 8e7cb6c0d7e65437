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
/** What waits to be done, how it goes, what the community knows of itself, how the system is set. */
export const SECTIONS = ['work', 'insight', 'registers', 'system'] as const
type Section = (typeof SECTIONS)[number]
export type NavItem = {
  to: string
  words: keyof typeof deskText.zh.nav
  icon: IconName
  right: Right
  section: Section
  /** Pages that lie beside this one, under the same tabs. */
  also?: readonly string[]
  count?: keyof WorkCounts
}

// prettier-ignore
export const NAV: readonly NavItem[] = [
  { section: 'work', to: '/',    words: 'work',   icon: 'list', right: 'requests.work', count: 'mine' },
  { section: 'work', to: '/new', words: 'intake', icon: 'plus', right: 'requests.onBehalf' },
  { section: 'work', to: '/map', words: 'map', icon: 'map', right: 'requests.work' },
  { section: 'work', to: '/supervise', words: 'supervise', icon: 'flag', right: 'requests.supervise' },
  { section: 'work', to: '/follow-up', words: 'followUp', icon: 'phone', right: 'requests.followUp', count: 'followUp' },
  { section: 'insight', to: '/insight', words: 'insight', icon: 'chart', right: 'figures.view' },
  { section: 'insight', to: '/week', words: 'week', icon: 'calendar', right: 'figures.view' },
  { section: 'insight', to: '/bulletins', words: 'bulletins', icon: 'megaphone', right: 'bulletins.write' },
  { section: 'registers', to: '/register', words: 'register', icon: 'book', right: 'registers.view' },
  { section: 'registers', to: '/households', words: 'households', icon: 'family', right: 'households.view', also: ['/owners'] },
  { section: 'registers', to: '/members', words: 'members', icon: 'badge', right: 'members.view' },
  { section: 'registers', to: '/posts', words: 'people', icon: 'people', right: 'people.view', also: ['/people', '/organisations', '/venues', '/selections', '/chain'] },
  { section: 'registers', to: '/checkup', words: 'checkup', icon: 'check-circle', right: 'standards.view', also: ['/standards'] },
  { section: 'registers', to: '/planner', words: 'planner', icon: 'layers', right: 'plans.make' },
  { section: 'registers', to: '/import', words: 'imports', icon: 'upload', right: 'imports.run' },
  { section: 'system', to: '/exports', words: 'exports', icon: 'download', right: 'exports.make' },
  { section: 'system', to: '/categories', words: 'categories', icon: 'gear', right: 'settings.view' },
  { section: 'system', to: '/connections', words: 'connections', icon: 'key', right: 'connections.view' },
  { section: 'system', to: '/exchange', words: 'exchange', icon: 'route', right: 'connections.view' },
  { section: 'system', to: '/audit', words: 'audit', icon: 'eye', right: 'audit.view' },
]
