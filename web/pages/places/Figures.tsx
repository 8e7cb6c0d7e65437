/** The figures of a place that exist: each says on hover what it counts; those behind a right are asked for with it. */
import { countMembers } from '#contracts/members.ts'
import { mapWork } from '#contracts/requests.ts'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { registerText } from '#web/texts/register.ts'
import { standingOf } from '#web/pages/requests/standing.ts'
import type { PlaceData } from './place-data.ts'

type Name = keyof (typeof registerText.zh)['figure']
type Figure = { name: Name; value: number | null; unit: keyof (typeof registerText.zh)['unit']; note?: string }

export function Figures({ data: { place, counts } }: { data: PlaceData }) {
  const t = useText(registerText)
  const { level } = place
  const isLarge = level === 'district' || level === 'subdistrict'
  const hasDoors = level === 'building' || level === 'entrance'
  const homes = counts.homes !== null && counts.homes !== place.households ? t.homesOf(String(counts.homes)) : undefined
  const figures: Figure[] = [
    ...(isLarge ? [{ name: 'communities', value: counts.communities, unit: 'place' } as const] : []),
    ...(isLarge || level === 'community'
      ? [{ name: 'compounds', value: counts.compounds, unit: 'place' } as const]
      : []),
    hasDoors
      ? { name: 'floors', value: place.floors, unit: 'floor' }
      : { name: 'buildings', value: counts.buildings, unit: 'building' },
    { name: 'households', value: place.households, unit: 'household', ...(homes && { note: homes }) },
    { name: 'residents', value: place.residents, unit: 'person' },
    ...(hasDoors || level === 'grid' ? [] : [{ name: 'grids', value: counts.basicGrids, unit: 'grid' } as const]),
    ...(counts.areas > 0 ? [{ name: 'areas', value: counts.areas, unit: 'grid' } as const] : []),
  ]
  return (
    <dl className="pfigs" aria-label={t.figures}>
      {figures.map((figure) => (
        <One key={figure.name} {...figure} />
      ))}
      <Members placeId={place.id} />
      <Open placeId={place.id} />
    </dl>
  )
}

function One({ name, value, unit, note }: Figure) {
  const t = useText(registerText)
  if (value === null) return null
  return (
    <div title={name in t.means ? t.means[name] : undefined}>
      <dt>{t.figure[name]}</dt>
      <dd>
        <b>{value}</b> {t.unit[unit]}
        {note && <span>{note}</span>}
      </dd>
    </div>
  )
}

function Members({ placeId }: { placeId: string }) {
  const t = useText(registerText)
  const may = useRight('members.view')
  const { data } = useEndpoint(countMembers, { query: { placeId } }, { enabled: may })
  if (!data) return null
  const { formal, probationary } = data.resident
  return (
    <One
      name="members"
      value={formal + probationary}
      unit="member"
      {...(probationary > 0 && { note: t.probationary(probationary) })}
    />
  )
}

function Open({ placeId }: { placeId: string }) {
  const t = useText(registerText)
  const { now } = useTime()
  const may = useRight('requests.work')
  const { data } = useEndpoint(mapWork, { query: { placeId } }, { enabled: may })
  if (!data || data.cut) return null
  const late = data.rows.filter((row) => standingOf(row, now).tone === 'late').length
  return <One name="open" value={data.rows.length} unit="request" {...(late > 0 && { note: t.late(late) })} />
}
