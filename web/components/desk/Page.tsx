/** The frame of a desk page that is not the work list: a title, what it is about, its tools, and cards on the quiet ground. */
import type { ReactNode } from 'react'
import './desk.css'
import './Page.css'

type PageProps = {
  title: string
  note?: ReactNode
  tools?: ReactNode
  /** The page fills the window and scrolls inside its parts. */ whole?: boolean
  children: ReactNode
}
export const Page = ({ title, note, tools, whole = false, children }: PageProps) => (
  <div className="page" data-whole={whole}>
    <header className="hd">
      <h1>{title}</h1>
      {note && <span className="n">{note}</span>}
      <span className="sp" />
      {tools}
    </header>
    <div className="page-body">{children}</div>
  </div>
)

/** A card of a page: its heading, a note at the end of the line, and what it holds. */
export const Panel = ({
  title,
  note,
  end,
  children,
  className = '',
}: {
  title: string
  note?: ReactNode
  end?: ReactNode
  children: ReactNode
  className?: string
}) => (
  <section className={`panel ${className}`}>
    <header>
      <h2>{title}</h2>
      {note && <span>{note}</span>}
      {end}
    </header>
    {children}
  </section>
)
