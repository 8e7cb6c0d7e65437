/** What was done nearby: before and after in one frame, what it was, how long it took, how many followed it. */
import { Link } from '@tanstack/react-router'
import type { RequestRow } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { PhotoPair } from '#web/components/PhotoPair.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useTime } from '#web/platform/time.ts'
import { homeText } from '#web/texts/home.ts'
import './ResultCard.css'

/** `tall`: the picture is the main thing. */
export function ResultCard({ request, tall = false }: { request: RequestRow; tall?: boolean }) {
  const t = useText(homeText)
  const { duration } = useTime()
  const { id, title, before, after, createdAt, finishedAt, closedAt, joinerCount } = request
  const doneAt = finishedAt ?? closedAt
  return (
    <Link to={`/requests/${id}`} className="result">
      {(before || after) && <PhotoPair before={before} after={after} alt={title} height={tall ? 168 : 98} still />}
      <span className="result-words">
        <b>{title}</b>
        <span>
          <Facts
            items={[
              doneAt && t.took(duration(Date.parse(doneAt) - Date.parse(createdAt))),
              joinerCount > 0 && t.followers(joinerCount),
            ]}
          />
        </span>
      </span>
    </Link>
  )
}
