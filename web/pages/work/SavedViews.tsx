/** The person's own saved filters, under the views that everybody has. */
import { Link, useRouterState } from '@tanstack/react-router'
import { Icon } from '#web/components/Icon.tsx'
import { toneClass } from '#web/components/tone.ts'
import { useText } from '#web/platform/i18n.ts'
import { workText } from '#web/texts/work.ts'
import { readFilter, type Filter } from './filter.ts'
import { forgetView, useSavedViews } from './saved-views.ts'

export function SavedViews({ personId }: { personId: string }) {
  const t = useText(workText)
  const views = useSavedViews(personId)
  const here = useRouterState({ select: ({ location }) => location })
  return views.map(({ name, filter }) => (
    <li key={name} className="side-saved">
      <Link
        to="/"
        search={filter}
        className={`side-link ${toneClass('new')}`}
        aria-current={here.pathname === '/' && isSame(readFilter(here.search), filter) ? 'page' : undefined}
      >
        <i className="side-dot" />
        <span>{name}</span>
      </Link>
      <button type="button" className="tb" aria-label={t.forgetView(name)} onClick={() => forgetView(personId, name)}>
        <Icon name="close" size={16} />
      </button>
    </li>
  ))
}

const isSame = (one: Filter, other: Filter) => JSON.stringify(readFilter(one)) === JSON.stringify(readFilter(other))
