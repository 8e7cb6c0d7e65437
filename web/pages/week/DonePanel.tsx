/**
 * What was done in the week, before and after in one frame. The page is printed and hung, so only what may be public is
 * pictured: nothing limited, no calls for help. Source: docs/capabilities/screen.md.
 */
import { Link } from '@tanstack/react-router'
import { listBehind } from '#contracts/figures.ts'
import type { RequestRow } from '#contracts/requests.ts'
import { Facts } from '#web/components/Card.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { PhotoPair } from '#web/components/PhotoPair.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { searchOf, type Look } from '#web/pages/insight/look.ts'
import { Waiting } from '#web/pages/insight/Waiting.tsx'
import { useWrite } from '#web/pages/insight/write.ts'
import { weekText } from '#web/texts/week.ts'

const SHOWN = 9
/** Read to find the pictured ones among them. */
const READ = 100

const isPublic = ({ limited, kind, before, after }: RequestRow) =>
  !limited && kind !== 'help' && kind !== 'urgent' && before !== null && after !== null

export function DonePanel({ look, solved }: { look: Look; solved: number }) {
  const t = useText(weekText)
  const { count } = useWrite()
  const rows = useEndpoint(
    listBehind,
    { query: { ...look, measure: 'solved', limit: READ } },
    { keepLast: true, topics: ['requests'] },
  )
  return (
    <Panel
      title={t.done}
      note={t.doneNote}
      end={
        <Link to="/insight/rows" search={searchOf({ ...look, measure: 'solved' })} className="end link">
          {t.solved(count(solved))}
        </Link>
      }
      className="wk-done"
    >
      <Loaded query={rows} skeleton={<Waiting />}>
        {({ rows: all }) => {
          const pictured = all.filter(isPublic).slice(0, SHOWN)
          if (pictured.length === 0) return <p className="panel-none">{t.doneNone}</p>
          return (
            <ul>
              {pictured.map((row) => (
                <Done key={row.id} row={row} />
              ))}
            </ul>
          )
        }}
      </Loaded>
    </Panel>
  )
}

function Done({
  row: { id, title, before, after, placeName, handlerName, createdAt, finishedAt, closedAt },
}: {
  row: RequestRow
}) {
  const t = useText(weekText)
  const { duration } = useTime()
  const doneAt = finishedAt ?? closedAt
  return (
    <li>
      <PhotoPair before={before} after={after} alt={title} height={84} />
      <Link to="/requests/$id" params={{ id }}>
        {title}
      </Link>
      <p>
        <Facts items={[placeName, handlerName]} />
      </p>
      {doneAt && <p>{t.took(duration(Date.parse(doneAt) - Date.parse(createdAt)))}</p>}
    </li>
  )
}
