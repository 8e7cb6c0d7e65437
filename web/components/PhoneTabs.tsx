/** The tabs of the phone: 接单 for those who may claim. Large print keeps to four, since 随手拍 is large on its home page. */
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useSettings } from '#web/platform/settings.ts'
import { tabsText } from '#web/texts/standing.ts'
import { Tabs, type Tab } from './Tabs.tsx'

export function PhoneTabs({ dot = false }: { /** Something new waits under 我的. */ dot?: boolean }) {
  const t = useText(tabsText)
  const claims = useRight('requests.claim')
  const large = useSettings().print > 0
  const tabs: (Tab | false)[] = [
    { to: '/', icon: 'home', label: t.home },
    claims && { to: '/pool', icon: 'hand-heart', label: t.pool },
    !(large && claims) && { to: '/report', icon: 'camera', label: t.report },
    { to: '/mine', icon: 'list', label: t.mine },
    { to: '/me', icon: 'user', label: t.me, dot },
  ]
  return <Tabs label={t.label} tabs={tabs.filter((tab) => tab !== false)} />
}
