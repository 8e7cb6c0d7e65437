/** One line of a list: what, its facts, and at most one state or action at its end. The whole row leads to `to`. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import './Row.css'

export type RowProps = {
  title: ReactNode
  note?: ReactNode
  /** An icon in a well, or anything of one's own (a ring, a thumb, a date). */
  icon?: IconName
  start?: ReactNode
  /** A pill, a clock, a small button. With `to` and no `end` a chevron stands here. */
  end?: ReactNode
  to?: string
  onClick?: () => void
}

export function Row({ title, note, icon, start, end, to, onClick }: RowProps) {
  const inside = (
    <>
      {icon ? (
        <span className="row-well">
          <Icon name={icon} size={22} />
        </span>
      ) : (
        start
      )}
      <span className="row-words">
        <b>{title}</b>
        {note && <span>{note}</span>}
      </span>
      {end ?? ((to || onClick) && <Icon name="chevron" size={18} className="row-more" />)}
    </>
  )
  if (to)
    return (
      <Link to={to} className="row">
        {inside}
      </Link>
    )
  if (onClick)
    return (
      <button type="button" className="row" onClick={onClick}>
        {inside}
      </button>
    )
  return <div className="row">{inside}</div>
}

/** The day in a row's start: 28 over 周六. */
export const RowDate = ({ day, weekday }: { day: ReactNode; weekday: ReactNode }) => (
  <span className="row-date">
    <b>{day}</b>
    <span>{weekday}</span>
  </span>
)
