/**
 * A card, and the heading above a group of cards. Cards sit by colour. `Ask` is the question on a card with its line of
 * evidence; rows, photos and answers are put in by the page.
 */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Icon } from './Icon.tsx'
import './Card.css'

type CardProps = {
  children: ReactNode
  /** Room inside; leave out for rows and photos that reach the edge. */ padded?: boolean
  className?: string
  label?: string
}
export function Card({ children, padded = false, className = '', label }: CardProps) {
  return (
    <section className={`card ${padded ? 'card-padded' : ''} ${className}`} {...(label && { 'aria-label': label })}>
      {children}
    </section>
  )
}

export function Ask({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <div className="ask">
      <h3>{title}</h3>
      {note && <p>{note}</p>}
      {children}
    </div>
  )
}

type HeadProps = {
  title: string
  note?: ReactNode
  /** Where 全部 leads. */ to?: string
  toWords?: string
  end?: ReactNode
}
export function SectionHead({ title, note, to, toWords, end }: HeadProps) {
  const t = useText(kitText)
  return (
    <div className="head">
      <h2>{title}</h2>
      {note && <em>{note}</em>}
      {to && (
        <Link to={to} className="head-more">
          {toWords ?? t.all}
          <Icon name="chevron" size={16} />
        </Link>
      )}
      {end && <span className="head-more">{end}</span>}
    </div>
  )
}

/** Short facts in one line, separated by the small dot; empty ones fall out. */
export function Facts({ items }: { items: readonly ReactNode[] }) {
  const shown = items.filter((item) => item !== null && item !== undefined && item !== false && item !== '')
  return shown.map((item, at) => (
    <span key={at}>
      {at > 0 && <i className="dt" />}
      {item}
    </span>
  ))
}
