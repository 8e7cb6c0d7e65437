/** The doors of a building as one stands before it: entrances side by side, the top storey above. A door opens the household's file. */
import { Link } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { readHomes, type RegisterPlace } from '#contracts/places.ts'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { usedAsText } from '#web/texts/places.ts'
import { registerText } from '#web/texts/register.ts'
import { storeysOf } from './storeys.ts'

type Home = ReplyOf<typeof readHomes>['homes'][number]

export function Stairwell({ place }: { place: RegisterPlace }) {
  const t = useText(registerText)
  const { fullStop } = useText(marks)
  const doors = useEndpoint(readHomes, { params: { id: place.id } })
  return (
    <Panel title={t.stairwell} note={doors.data && t.stairwellNote(String(doors.data.homes.length))}>
      <Loaded query={doors}>
        {({ entrances, homes }) => {
          if (homes.length === 0) return <p className="panel-none">{`${t.noHomes}${fullStop}${t.noHomesHint}`}</p>
          const columns = [
            ...entrances,
            ...(homes.some(({ entranceId }) => entranceId === null)
              ? [{ id: null, name: entrances.length > 0 ? t.ownDoor : '' }]
              : []),
          ]
          return (
            <div className="pstair">
              {columns.map(({ id, name }) => (
                <section key={id ?? ''}>
                  {name && <h3>{name}</h3>}
                  {storeysOf(homes.filter(({ entranceId }) => entranceId === id)).map(({ floor, homes: row }) => (
                    <div key={floor ?? 'none'} className="pstair-floor">
                      <small>{floor === null ? t.noFloor : t.floorWord(floor)}</small>
                      {row.map((home) => (
                        <Door key={home.id} home={home} />
                      ))}
                    </div>
                  ))}
                </section>
              ))}
            </div>
          )
        }}
      </Loaded>
    </Panel>
  )
}

function Door({ home: { id, name, code, usedAs } }: { home: Home }) {
  const uses = usedAsText[useLang() === 'en' ? 'en' : 'zh']
  const may = useRight('households.view')
  const words = (
    <>
      {name}
      {usedAs !== 'homes' && <small>{uses[usedAs]}</small>}
    </>
  )
  if (!may || usedAs !== 'homes')
    return (
      <span className="pdoor" title={code ?? undefined}>
        {words}
      </span>
    )
  return (
    <Link to="/households/$homePlaceId" params={{ homePlaceId: id }} className="pdoor" title={code ?? undefined}>
      {words}
    </Link>
  )
}
