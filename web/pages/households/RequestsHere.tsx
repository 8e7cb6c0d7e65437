/** Requests from this home that are open, as the work list gives them: only what this reader may see of them. */
import { Link } from '@tanstack/react-router'
import type { HouseholdFile } from '#contracts/households.ts'
import { listWork } from '#contracts/requests.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { householdsText } from '#web/texts/households.ts'

export function RequestsHere({ file: { homePlaceId } }: { file: HouseholdFile }) {
  const t = useText(householdsText)
  const works = useRight('requests.work')
  const list = useEndpoint(listWork, { query: { view: 'open', placeId: homePlaceId } }, { enabled: works })
  if (!works) return null
  return (
    <Panel title={t.requestsHere}>
      <Loaded query={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="panel-none">{t.requestsNone}</p>
          ) : (
            <ul className="hh-list">
              {rows.map(({ id, title, number }) => (
                <li key={id}>
                  <Link to="/requests/$id" params={{ id }} className="text-btn">
                    {title}
                  </Link>
                  <span className="sp" />
                  <small>{number}</small>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
