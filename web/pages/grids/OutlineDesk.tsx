/** The outline of one place, a compound or a building: drawn corner by corner, then its corners dragged. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { drawOutline, type Area } from '#contracts/grids.ts'
import type { mapShapes } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { MapEditor } from '#web/components/desk/MapEditor.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { gridsText } from '#web/texts/grids.ts'

export function OutlineDesk({ placeId, ground }: { placeId: string; ground: ReplyOf<typeof mapShapes> }) {
  const t = useText(gridsText)
  const say = useProblem()
  const { place, shapes, bounds } = ground
  const stored = shapes.find((shape) => shape.placeId === placeId)?.geometry
  const [outline, setOutline] = useState<Area | null>(isArea(stored) ? stored : null)
  const mayDraw = useRight('places.manage')
  const command = useCommand(drawOutline, {
    changes: ['places', 'grids', 'register'],
    onDone: () => toast(t.outlineSaved),
  })
  return (
    <div className="grids">
      <div className="grids-map">
        <MapEditor
          shapes={shapes.filter((shape) => shape.placeId !== placeId)}
          bounds={bounds}
          label={t.outlineOf(place.name)}
          areas={[{ key: placeId, name: place.name, tint: 1, outline }]}
          active={placeId}
          tool={!mayDraw ? 'choose' : outline ? 'border' : 'draw'}
          onBorders={(next) => setOutline(next.get(placeId) ?? outline)}
          onDrawn={setOutline}
        />
      </div>
      <aside className="grids-side">
        <p className="grids-note">{mayDraw ? t.outlineNote : t.mayNot}</p>
        {!outline && <p className="panel-none">{t.noOutline}</p>}
        {command.error && (
          <p role="alert" className="grids-problem">
            {say(command.error)}
          </p>
        )}
        {mayDraw && (
          <footer className="grids-foot">
            <div>
              <Button
                kind="accent"
                busy={command.busy && t.saving}
                blocked={!outline && t.noOutline}
                onClick={() => command.send({ params: { id: placeId }, body: { outline } })}
              >
                {t.outlineSave}
              </Button>
              {outline && (
                <Button kind="quiet" size="small" onClick={() => setOutline(null)}>
                  {t.clear}
                </Button>
              )}
            </div>
          </footer>
        )}
      </aside>
    </div>
  )
}

const isArea = (geometry: { type: string } | undefined): geometry is Area =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'
