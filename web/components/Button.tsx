/**
 * A button, or a link that looks like one (`to`). One accent button per card.
 * `busy` is the verb in progress (发送中) and keeps it from being tapped twice; `blocked` is the reason it cannot be used
 * now (1 小时后可再催) and stands in place of its label, so that nobody has to guess.
 */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import './Button.css'

export type ButtonProps = {
  children: ReactNode
  /** plain grey (default), accent = act here, quiet = words only, outline, paper = on the page's ground, soft = small second action, late = urgent only. */
  kind?: 'plain' | 'accent' | 'quiet' | 'outline' | 'paper' | 'soft' | 'late'
  /** main fills its place (default), small is a round pill beside something, tall has its icon above the words. */
  size?: 'main' | 'small' | 'tall'
  icon?: IconName
  busy?: string | false
  blocked?: string | false | null
  to?: string
  href?: string
  type?: 'button' | 'submit'
  onClick?: () => void
  className?: string
}

export function Button({
  children,
  kind = 'plain',
  size = 'main',
  icon,
  busy,
  blocked,
  to,
  href,
  type = 'button',
  onClick,
  className = '',
}: ButtonProps) {
  const look = `btn btn-${kind} btn-${size} ${className}`
  const words = (
    <>
      {busy ? (
        <span className="btn-spin" aria-hidden="true" />
      ) : (
        icon && <Icon name={icon} size={size === 'main' ? 22 : 20} />
      )}
      <span>{blocked || busy || children}</span>
    </>
  )
  if (to && !blocked)
    return (
      <Link to={to} className={look}>
        {words}
      </Link>
    )
  if (href && !blocked)
    return (
      <a href={href} className={look}>
        {words}
      </a>
    )
  const idle = Boolean(busy || blocked)
  return (
    <button
      type={type}
      className={`${look} ${blocked ? 'btn-blocked' : ''}`}
      aria-disabled={idle}
      aria-busy={Boolean(busy)}
      onClick={(event) => (idle ? event.preventDefault() : onClick?.())}
    >
      {words}
    </button>
  )
}
