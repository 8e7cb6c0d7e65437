/**
 * A plate as it is seen: on the phone before it is lit, on the page behind its code, in my building, and on paper with the
 * code. It shows the compound, the building, one line and what its owner helps with, and has no room for anything else.
 */
import type { ReactNode } from 'react'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { plateText } from '#web/texts/members.ts'
import './plate.css'

type PlateFaceProps = {
  placeName: string
  words: string
  canHelp: readonly string[]
  /** The code, a button: what stands below. */ children?: ReactNode
  className?: string
}

export function PlateFace({ placeName, words, canHelp, children, className = '' }: PlateFaceProps) {
  const t = useText(plateText)
  return (
    <article className={`plate ${className}`}>
      <header>
        <Icon name="badge" size={20} />
        <b>{t.plateHead}</b>
        <span>{placeName}</span>
      </header>
      <p className="plate-words">{words}</p>
      {canHelp.length > 0 && (
        <ul className="plate-help" aria-label={t.can}>
          {canHelp.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ul>
      )}
      {children}
    </article>
  )
}
