/**
 * The frame of every phone page: header, content, and at the bottom either the tabs or the actions of this page. On a wide
 * screen it is one centred column.
 */
import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '#web/platform/i18n.ts'
import { kitText } from '#web/texts/kit.ts'
import { Icon, type IconName } from './Icon.tsx'
import './AppFrame.css'
import './Sheet.css'

export type AppFrameProps = {
  title: ReactNode
  /** top: a large title at the left, for the page behind a tab. page: a small one in the middle, with the way back. hero: content runs under the header (photos). */
  header?: 'top' | 'page' | 'hero'
  /** Where 返回 leads when there is no page before; left out on `top`. */
  backTo?: string
  /** Shows a cross instead of the arrow (something being written). */
  closes?: boolean
  onBack?: () => void
  /** Buttons at the end of the header: IconButton, a word, a pill. */
  end?: ReactNode
  /** <Tabs/> or an <ActionBar/>. */
  bottom?: ReactNode
  children: ReactNode
}

export function AppFrame({
  title,
  header = 'page',
  backTo = '/',
  closes = false,
  onBack,
  end,
  bottom,
  children,
}: AppFrameProps) {
  const t = useText(kitText)
  const { history } = useRouter()
  const goBack = onBack ?? (() => (history.canGoBack() ? history.back() : history.push(backTo)))
  return (
    <div className={`frame frame-${header}`}>
      <header className="frame-head">
        {header !== 'top' && (
          <IconButton name={closes ? 'close' : 'back'} label={closes ? t.close : t.back} onClick={goBack} />
        )}
        <h1>{title}</h1>
        <span className="frame-end">{end}</span>
      </header>
      <main>{children}</main>
      {bottom}
    </div>
  )
}

export type IconButtonProps = {
  name: IconName
  label: string
  onClick: () => void
  /** Something new. */ dot?: boolean
}
export const IconButton = ({ name, label, onClick, dot = false }: IconButtonProps) => (
  <button type="button" className="icon-btn" aria-label={label} onClick={onClick}>
    <Icon name={name} />
    {dot && <i className="dot" />}
  </button>
)

/** The actions of a page, always within the thumb's reach. `note` is the promise above them. */
export const ActionBar = ({ note, children }: { note?: ReactNode; children: ReactNode }) => (
  <footer className="act">
    {note && <p>{note}</p>}
    <div className="act-buttons">{children}</div>
  </footer>
)
