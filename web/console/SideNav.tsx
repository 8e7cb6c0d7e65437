/** The left side of the desk: the place, search, the ways I may go with what waits there, my saved views, and who I am. */
import { Fragment } from 'react'
import { Link, useRouterState } from '@tanstack/react-router'
import { countWork } from '#contracts/requests.ts'
import { listNotices } from '#contracts/people.ts'
import type { Me } from '#contracts/accounts.ts'
import { Icon } from '#web/components/Icon.tsx'
import { Kbd } from '#web/components/desk/Kbd.tsx'
import { toneClass, type Tone } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { countedView, firstView } from '#web/pages/work/filter.ts'
import { SavedViews } from '#web/pages/work/SavedViews.tsx'
import { deskText } from '#web/texts/desk.ts'
import { MeMenu } from './MeMenu.tsx'
import { NAV, SECTIONS, type WorkCounts } from './nav.ts'
import './Shell.css'

/** The router marks a link as the open page only with the very same search; the rest is said below. */
const EXACT = { exact: true } as const

/** The views of the work list that everybody has at hand; the others are in the list's own menu. */
const VIEWS: readonly { view: keyof WorkCounts; tone: Tone }[] = [
  { view: 'late', tone: 'late' },
  { view: 'whistles', tone: 'doing' },
  { view: 'followUp', tone: 'said' },
  { view: 'ladder', tone: 'ladder' },
]

export function SideNav({ onFind }: { onFind: () => void }) {
  const t = useText(deskText)
  const { data: me } = useMe()
  const works = me?.rights.includes('requests.work') ?? false
  const { data: counts } = useEndpoint(countWork, {}, { enabled: works, refetchInterval: 60_000 })
  const news = useEndpoint(listNotices, { query: {} })
  // what waits for oneself is another view for each kind of post
  const waiting = countedView(firstView(me?.rights ?? []))
  const here = useRouterState({ select: ({ location }) => location })
  const view = new URLSearchParams(here.searchStr).get('view')
  return (
    <nav className="side" aria-label={t.mainNav}>
      <div className="brand">
        <img src="/mark.svg" width={32} height={32} alt="" />
        <span>
          <b>{t.product}</b>
          <span>{me && placeOf(me)}</span>
        </span>
      </div>
      <button type="button" className="find" onClick={onFind}>
        <Icon name="search" size={16} />
        {t.find}
        <Kbd keys="mod+k" />
      </button>
      {SECTIONS.map((section) => {
        const items = NAV.filter((item) => item.section === section && me?.rights.includes(item.right))
        return (
          items.length > 0 && (
            <Fragment key={section}>
              {section !== 'work' && <h2>{t.section[section]}</h2>}
              <ul>
                {items.map(({ to, also = [], words, icon, count }) => (
                  <li key={to}>
                    <Link
                      to={to}
                      activeOptions={EXACT}
                      className="side-link"
                      aria-current={
                        [to, ...also].some((one) => isHere(here.pathname, one)) && !view ? 'page' : undefined
                      }
                    >
                      <Icon name={icon} size={18} />
                      <span>{t.nav[words]}</span>
                      {count && counts && <em>{counts[to === '/' ? waiting : count]}</em>}
                    </Link>
                  </li>
                ))}
              </ul>
            </Fragment>
          )
        )
      })}
      {works && (
        <>
          <h2>{t.views}</h2>
          <ul>
            {VIEWS.map(({ view: one, tone }) => (
              <li key={one}>
                <Link
                  to="/"
                  search={{ view: one }}
                  className={`side-link ${toneClass(tone)}`}
                  aria-current={isHere(here.pathname, '/') && view === one ? 'page' : undefined}
                >
                  <i className="side-dot" />
                  <span>{t.view[one]}</span>
                  {counts && <em data-late={one === 'late' && counts.late > 0}>{counts[one]}</em>}
                </Link>
              </li>
            ))}
            {me && <SavedViews personId={me.personId} />}
          </ul>
        </>
      )}
      <Link to="/notices" activeOptions={EXACT} className="side-link side-news">
        <Icon name="bell" size={18} />
        <span>{t.news}</span>
        {news.data && news.data.unread > 0 && <em>{news.data.unread}</em>}
      </Link>
      {me && <MeMenu me={me} />}
    </nav>
  )
}

/** A page, or one that lies under it; the work list and the request opened from it are one place. */
const isHere = (pathname: string, to: string) =>
  to === '/' ? pathname === '/' || pathname.startsWith('/requests') : pathname === to || pathname.startsWith(`${to}/`)

/** Where the first post works: 桂园社区. */
const placeOf = ({ capacities: [first], tenant }: Me) => first?.placeName ?? tenant.name
