/**
 * The register: the tree of places beside the place that is looked at. A district without a compound, or with one that is
 * just being entered, is led by the hand instead (FirstSteps). Source: docs/capabilities/places.md, "The register".
 */
import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { listRegister, readRegister } from '#contracts/places.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { queries, refresh, useEndpoint } from '#web/platform/query.ts'
import { registerText } from '#web/texts/register.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'
import { FirstStepsPage } from './FirstSteps.tsx'
import { PlacePane } from './PlacePane.tsx'
import { PlaceTree } from './PlaceTree.tsx'
import { TreeSearch } from './TreeSearch.tsx'
import { useFirstSteps } from './first-steps.ts'
import './register.css'

export function RegisterPage() {
  const t = useText(registerText)
  return (
    <Allowed right="registers.view" title={t.title}>
      <Register />
    </Allowed>
  )
}

function Register() {
  const t = useText(registerText)
  const navigate = useNavigate()
  const asked: unknown = useParams({ strict: false, select: (all: Record<string, unknown>) => all['placeId'] })
  const roots = useEndpoint(listRegister, { query: {} })
  const first = useFirstSteps(typeof asked !== 'string')
  const id = typeof asked === 'string' ? asked : roots.data?.[0]?.id
  const place = useEndpoint(readRegister, { params: { id: id ?? '' } }, { enabled: id !== undefined, keepLast: true })
  const [gone, setGone] = useState<string>() // removed here: nothing of it is asked for again
  const show = (placeId: string) => navigate({ to: '/register/$placeId', params: { placeId } })
  const leave = (removedId: string, parentId: string) => {
    setGone(removedId)
    void show(parentId).then(() => PLACE_TOPICS.forEach((topic) => void refresh(queries, topic)))
  }

  if (roots.data?.length === 0) return <Empty mood="quiet" icon="book" title={t.none} />
  if (typeof asked !== 'string' && first.isWaiting) return null
  if (typeof asked !== 'string' && first.state) return <FirstStepsPage state={first.state} />
  return (
    <div className="preg">
      <aside className="preg-side" aria-label={t.tree}>
        <TreeSearch
          onSelect={(found) =>
            found.level === 'home'
              ? void navigate({ to: '/households/$homePlaceId', params: { homePlaceId: found.id } })
              : void show(found.id)
          }
        />
        <PlaceTree
          selected={id}
          line={place.data?.line.map((one) => one.id) ?? []}
          onSelect={(placeId) => void show(placeId)}
        />
      </aside>
      <section className="preg-pane">
        {place.error?.code === 'not_found' ? (
          <Empty mood="quiet" icon="book" title={t.noPlace} />
        ) : (
          <Loaded query={place}>
            {(data) =>
              data.place.id !== gone && (
                <PlacePane
                  key={data.place.id}
                  data={data}
                  onShow={(placeId) => void show(placeId)}
                  onRemoved={(parentId) => leave(data.place.id, parentId)}
                />
              )
            }
          </Loaded>
        )}
      </section>
    </div>
  )
}
