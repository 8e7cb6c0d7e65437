/** The bar at the bottom of the phone, and the segments that switch between lists within a page. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import './Tabs.css'

export type Tab = { to: string; icon: IconName; label: string; /** Something new waits there. */ dot?: boolean }
export const Tabs = ({ tabs, label }: { tabs: readonly Tab[]; label: string }) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map(({ to, icon, label: words, dot }) => (
      <Link
        key={to}
        to={to}
        activeOptions={{ exact: to === '/', includeSearch: false }}
        activeProps={{ className: 'on', 'aria-current': 'page' }}
      >
        <span className="tabs-icon">
          <Icon name={icon} size={26} />
          {dot && <i className="dot" />}
        </span>
        {words}
      </Link>
    ))}
  </nav>
)

export type Segment<V extends string> = { value: V; label: ReactNode }
export type SegmentsProps<V extends string> = {
  label: string
  segments: readonly Segment<V>[]
  value: V
  onChange: (value: V) => void
}
export const Segments = <V extends string>({ label, segments, value, onChange }: SegmentsProps<V>) => (
  <div className="seg" role="group" aria-label={label}>
    {segments.map((segment) => (
      <button
        key={segment.value}
        type="button"
        aria-pressed={segment.value === value}
        onClick={() => onChange(segment.value)}
      >
        {segment.label}
      </button>
    ))}
  </div>
)
