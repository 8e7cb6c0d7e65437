/** The three ways to say something: a photo, a telephone call, a wish for help. Beside each other, or one under another in large print. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useSettings } from '#web/platform/settings.ts'
import { homeText } from '#web/texts/home.ts'

export function WaysIn({ hotline }: { hotline: string | undefined }) {
  const t = useText(homeText)
  const large = useSettings().print > 0
  return (
    <nav className="ways" aria-label={t.report}>
      <Link to="/report" className="way way-first">
        <Words icon="camera" title={t.report} note={t.reportNote} />
      </Link>
      {hotline && (
        <a href={`tel:${hotline}`} className="way">
          <Words icon="phone" title={large ? t.callLarge : t.call} note={large && t.callNote} />
        </a>
      )}
      <Link to="/help" className="way">
        <Words icon="hand-heart" title={t.help} note={large && t.helpNote} />
      </Link>
    </nav>
  )
}

const Words = ({ icon, title, note }: { icon: IconName; title: string; note: ReactNode }) => (
  <>
    <Icon name={icon} size={28} />
    <span>
      <b>{title}</b>
      {note && <span>{note}</span>}
    </span>
  </>
)
