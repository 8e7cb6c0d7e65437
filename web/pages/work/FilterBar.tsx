/** The head of the work list: which view, how many, the conditions as chips, and the field that filters as one types. */
import { useEffect, useState, type RefObject } from 'react'
import { Dropdown, Popover } from 'antd'
import { Link } from '@tanstack/react-router'
import { countWork } from '#contracts/requests.ts'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { deskText } from '#web/texts/desk.ts'
import { marks } from '#web/texts/marks.ts'
import { kindText } from '#web/texts/request.ts'
import { standingText } from '#web/texts/standing.ts'
import { workText } from '#web/texts/work.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { queryOf, type Filter, type View } from './filter.ts'
import '#web/components/desk/desk.css'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'

const VIEWS: readonly View[] = [
  'mine', 'open', 'urgent', 'late', 'soon', 'asks', 'whistles', 'supervised', 'followUp', 'ladder', 'shelved', 'closed',
] // prettier-ignore
/** Long enough that a fast typist asks once. */
const TYPING_MS = 160

type FilterBarProps = {
  filter: Filter
  onChange: (change: Filter | ((now: Filter) => Filter)) => void
  view: View
  shown: number
  complete: boolean
  field: RefObject<HTMLInputElement | null>
  personId: string
}

export function FilterBar({ filter, onChange, view, shown, complete, field, personId }: FilterBarProps) {
  const t = useText(workText)
  const { comma } = useText(marks)
  const desk = useText(deskText)
  const { data: counts } = useEndpoint(countWork, {}, { enabled: useRight('requests.work') })
  const title = filter.view ? desk.view[view] : desk.nav.work
  const total = view === 'closed' || filter.status ? undefined : counts?.[view]
  const [open, setOpen] = useState(false)
  const takesIn = useRight('requests.onBehalf')
  return (
    <header className="work-head">
      <div className="hd">
        <h1>
          <Dropdown
            trigger={['click']}
            menu={{
              selectedKeys: [view],
              items: VIEWS.map((one) => ({
                key: one,
                label: (
                  <span className="view-item">
                    {desk.view[one]}
                    <em>{one === 'closed' ? '' : counts?.[one]}</em>
                  </span>
                ),
                onClick: () => onChange(({ view: _view, status: _status, ...rest }) => ({ ...rest, view: one })),
              })),
            }}
          >
            <button type="button" className="view-pick" aria-label={`${title}${comma}${t.views}`}>
              {title}
              <Icon name="chevron-down" size={16} />
            </button>
          </Dropdown>
        </h1>
        <span className="n">{total ?? (complete ? shown : t.atLeast(shown))}</span>
        <span className="sp" />
        <Popover
          trigger="click"
          placement="bottomRight"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          content={
            <FilterPanel filter={filter} onChange={onChange} personId={personId} onClose={() => setOpen(false)} />
          }
        >
          <button type="button" className="tb" aria-label={t.more} aria-expanded={open}>
            <Icon name="filter" size={20} />
          </button>
        </Popover>
        <ExportButton kind="work" query={queryOf(filter, view)} plain />
        {takesIn && (
          <Link to="/new" className="tb" aria-label={desk.goIntake}>
            <Icon name="plus" size={20} />
          </Link>
        )}
      </div>
      <div className="flt">
        <Chips filter={filter} onChange={onChange} />
        <Typed
          key={filter.q ? 'kept' : 'empty'}
          filter={filter}
          onChange={onChange}
          field={field}
          note={
            filter.q ? (total && complete ? t.count(shown, total) : complete ? t.results(shown) : t.atLeast(shown)) : ''
          }
        />
      </div>
    </header>
  )
}

type TypedProps = Pick<FilterBarProps, 'filter' | 'onChange' | 'field'> & { note: string }
function Typed({ filter, onChange, field, note }: TypedProps) {
  const t = useText(workText)
  const [typed, setTyped] = useState(filter.q ?? '')
  useEffect(() => {
    if (typed.trim() === (filter.q ?? '')) return
    const timer = setTimeout(() => onChange((now) => ({ ...now, q: typed.trim() || undefined })), TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <label className="tok-in">
      <Icon name="search" size={16} />
      <input
        ref={field}
        type="search"
        value={typed}
        maxLength={60}
        placeholder={t.filterHint}
        aria-label={t.filter}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter') return
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') setTyped('')
          event.currentTarget.blur()
        }}
      />
      <span role="status">{note}</span>
    </label>
  )
}

function Chips({ filter, onChange }: Pick<FilterBarProps, 'filter' | 'onChange'>) {
  const t = useText(workText)
  const kinds = useText(kindText)
  const states = useText(standingText)
  const chips: [keyof Filter, string | undefined][] = [
    ['placeId', filter.placeId && (filter.placeName ?? t.place)],
    ['kind', filter.kind && kinds[filter.kind]],
    ['categoryCode', filter.categoryCode && (filter.categoryName ?? filter.categoryCode)],
    ['channel', filter.channel && t.channels[filter.channel]],
    ['status', filter.status && states[filter.status as keyof typeof states]], // chosen from the list of statuses
    ['sort', filter.sort === 'newest' ? t.newest : undefined],
  ]
  return chips.map(
    ([name, words]) =>
      words && (
        <span key={name} className="tok">
          {words}
          <button
            type="button"
            aria-label={t.drop(words)}
            onClick={() => onChange((now) => ({ ...now, [name]: undefined }))}
          >
            <Icon name="close" size={14} />
          </button>
        </span>
      ),
  )
}
