/** Where most is reported: per hundred households by grid, so that a large grid is not taken for a troubled one. */
import { useNavigate } from '@tanstack/react-router'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { RANKED_FROM, type figuresOverview, type figuresTable } from '#contracts/figures.ts'
import { mapShapes } from '#contracts/places.ts'
import { HeatMap, type HeatPlace } from '#web/components/charts/HeatMap.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { insightText } from '#web/texts/insight.ts'
import { marks } from '#web/texts/marks.ts'
import { useGrids } from './figures.ts'
import { searchOf, type Look } from './look.ts'
import { Waiting } from './Waiting.tsx'
import { useWrite } from './write.ts'

type Row = ReplyOf<typeof figuresTable>['rows'][number]

export function HeatPanel({ look, place }: { look: Look; place: ReplyOf<typeof figuresOverview>['place'] }) {
  const t = useText(insightText)
  const { comma } = useText(marks)
  const { count } = useWrite()
  const navigate = useNavigate()
  const grids = useGrids(look)
  const ground = useEndpoint(mapShapes, { params: { id: place.id } }, { keepLast: true })
  const perHundred = ({ counts, households }: Row) => (households ? ((counts.received ?? 0) / households) * 100 : null)
  const write = (value: number) => value.toFixed(1)
  const places = (grids.data?.rows ?? []).map((row): HeatPlace => {
    const [value, received] = [perHundred(row), row.counts.received ?? 0]
    const small = received > 0 && received < RANKED_FROM
    return {
      id: row.key,
      name: row.name,
      value,
      small,
      lines: [
        value === null ? t.noHouseholds : t.perHundred(write(value)),
        t.received(count(received)),
        ...(row.households ? [t.ofHouseholds(count(row.households))] : []),
        ...(small ? [t.smallMark] : []),
      ],
      cells: [value === null ? null : write(value), count(received), row.households],
    }
  })
  const sorted = [...places].sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
  const top = sorted.find(({ small, value }) => !small && value)
  return (
    <Panel title={t.heat} note={t.heatNote} className="in-heat">
      <Loaded query={ground} skeleton={<Waiting />}>
        {({ shapes, bounds }) =>
          shapes.some(({ kind }) => kind === 'grid') ? (
            <HeatMap
              label={[t.heat, t.heatNote, ...(top?.value ? [t.mostAt(top.name, write(top.value))] : [])].join(comma)}
              shapes={shapes}
              bounds={bounds}
              places={sorted}
              head={t.heatHead.split('|')}
              write={write}
              smallBelow={RANKED_FROM}
              onOpen={(placeId) =>
                void navigate({ to: '/insight/rows', search: searchOf({ ...look, placeId, measure: 'received' }) })
              }
            />
          ) : (
            <p className="panel-none">{t.noGrids}</p>
          )
        }
      </Loaded>
    </Panel>
  )
}
