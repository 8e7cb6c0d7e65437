/** One icon of the sprite, decoration unless it has a `label` (then it is read aloud in the label's words). */
import sprite from './icons.svg?url&no-inline'
import type { IconName } from './icon-names.ts'
import './Icon.css'

export type { IconName } from './icon-names.ts'
export type IconProps = { name: IconName; size?: number; label?: string; className?: string }

/** A side of so many pixels, larger in large print. */
export const sideOf = (px: number) => ({
  width: `calc(${px}px * var(--ki, 1))`,
  height: `calc(${px}px * var(--ki, 1))`,
})

export function Icon({ name, size = 24, label, className = '' }: IconProps) {
  return (
    <svg
      className={`ic ${className}`}
      style={sideOf(size)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <use href={`${sprite}#${name}`} />
    </svg>
  )
}
