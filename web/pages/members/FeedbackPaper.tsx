/** The quarterly sheet for a unit, as it is printed: when the member reported in and which posts they hold; nothing about households. */
import type { FeedbackSheet } from '#contracts/members.ts'
import { useText } from '#web/platform/i18n.ts'
import { cardText } from '#web/texts/members.ts'
import './plate.css'

export function FeedbackPaper({ sheet }: { sheet: FeedbackSheet }) {
  const t = useText(cardText)
  const { name, unitName, communityName, year, quarter, reportedOn, acceptedOn, posts } = sheet
  return (
    <article className="paper">
      <h2>{t.sheet}</h2>
      <p className="paper-quarter">{t.quarter(year, quarter)}</p>
      <p>{t.sheetFor(unitName)}</p>
      <p className="paper-text">
        {t.sheetBody(name, communityName, reportedOn)}
        {acceptedOn && t.sheetAccepted(acceptedOn)}
      </p>
      <h3>{t.sheetPosts}</h3>
      {posts.length === 0 ? (
        <p>{t.sheetNoPosts}</p>
      ) : (
        <ul>
          {posts.map(({ title, fromOn, toOn }) => (
            <li key={`${title}/${fromOn}`}>
              {title}
              <span>{t.sheetSpan(fromOn, toOn ?? t.now)}</span>
            </li>
          ))}
        </ul>
      )}
      <footer>
        <b>{communityName}</b>
        <span>{t.stamp}</span>
      </footer>
    </article>
  )
}
