/** Where it is: by typing, level by level, or on the map. A point on the map finds its place by geometry. */
import { useDeferredValue, useId, useState } from 'react'
import { TreeSelect } from 'antd'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { findPlace, listPlaces, mapShapes, searchPlaces, type PlaceView } from '#contracts/places.ts'
import type { proposeIntake } from '#contracts/requests.ts'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { PlaceMap } from '#web/components/PlaceMap.tsx'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { intakeText } from '#web/texts/intake.ts'
import { marks } from '#web/texts/marks.ts'
import type { Intake } from './intake.ts'

const MAP_PX = 300

type Props = {
  intake: Intake
  onChange: (change: Partial<Intake>) => void
  /** What the server found for it. */
  found: ReplyOf<typeof proposeIntake>['place']
  error: string | undefined
}

export function PlacePicker({ intake, onChange, found, error }: Props) {
  const t = useText(intakeText)
  const { comma } = useText(marks)
  const home = useMe().data?.capacities[0]
  const { data: ground } = useEndpoint(
    mapShapes,
    { params: { id: home?.placeId ?? '' } },
    { enabled: home !== undefined },
  )
  const take = (place: Intake['place']) => onChange({ place, point: undefined })
  const pick = async (point: { lon: number; lat: number }) => {
    onChange({ point })
    const line = await call(findPlace, { query: point })
    const place = line.at(-1)
    if (place) onChange({ place: { id: place.id, name: place.name }, point })
  }
  const pin =
    intake.point ?? (found && found.lon !== null && found.lat !== null ? { lon: found.lon, lat: found.lat } : undefined)
  return (
    <section className="intake-where" aria-label={t.where}>
      <PlaceTree root={home?.placeId} chosen={intake.place} onChoose={take} error={error} />
      <TextField
        label={t.words}
        optional
        maxLength={100}
        placeholder={t.wordsHint}
        value={intake.words}
        onChange={(words) => onChange({ words })}
        hint={found && [found.compoundName, found.gridName && t.grid(found.gridName)].filter(Boolean).join(comma)}
      />
      {ground && (
        <div className="intake-map">
          <PlaceMap
            shapes={ground.shapes}
            bounds={ground.bounds}
            label={t.map}
            height={MAP_PX}
            onPick={(point) => void pick(point)}
            pins={pin ? [{ id: 'here', ...pin, title: t.onMap, drop: true, tone: 'accent' }] : []}
          />
        </div>
      )}
    </section>
  )
}

type Node = { value: string; title: string; name: string; isLeaf: boolean; children?: Node[] }
const nodeOf = ({ id, name, level }: PlaceView): Node => ({ value: id, title: name, name, isLeaf: level === 'home' })

type TreeProps = {
  root: string | undefined
  chosen: Intake['place']
  onChoose: (place: Intake['place']) => void
  error: string | undefined
}

/** The tree opens from where my post works; typing searches the whole district. */
function PlaceTree({ root, chosen, onChoose, error }: TreeProps) {
  const t = useText(intakeText)
  const id = useId()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const { data: top = [] } = useEndpoint(listPlaces, { query: root ? { parentId: root } : {} })
  const { data: hits = [] } = useEndpoint(searchPlaces, { query: { q } }, { enabled: q !== '', keepLast: true })
  const [below, setBelow] = useState<ReadonlyMap<string, readonly PlaceView[]>>(new Map())
  const grow = (place: PlaceView): Node => {
    const children = below.get(place.id)
    return { ...nodeOf(place), ...(children && { children: children.map(grow), isLeaf: children.length === 0 }) }
  }
  const tree: Node[] = q ? hits.map((hit) => ({ ...nodeOf(hit), title: hit.pathName, isLeaf: true })) : top.map(grow)
  const shown =
    chosen && !q && !holds(tree, chosen.id)
      ? [{ value: chosen.id, title: chosen.name, name: chosen.name, isLeaf: true }, ...tree]
      : tree
  return (
    <div className="field">
      <label htmlFor={id}>{t.place}</label>
      <TreeSelect
        id={id}
        className="intake-tree"
        size="large"
        {...(error && { status: 'error' as const })}
        showSearch={{ filterTreeNode: false, searchValue: typed, onSearch: setTyped }}
        placeholder={t.placeFind}
        allowClear
        treeNodeLabelProp="name"
        value={chosen?.id}
        treeData={shown}
        loadData={async ({ value }) => {
          const parentId = String(value)
          const children = await call(listPlaces, { query: { parentId } })
          setBelow((before) => new Map(before).set(parentId, children))
        }}
        onChange={(value?: string) => {
          onChoose(value ? { id: value, name: nameIn(tree, value) ?? '' } : undefined)
          setTyped('')
        }}
      />
      {error && (
        <p className="field-error" role="alert">
          <Icon name="alert" size={16} />
          {error}
        </p>
      )}
    </div>
  )
}

const holds = (nodes: readonly Node[], id: string): boolean => nameIn(nodes, id) !== undefined
function nameIn(nodes: readonly Node[], id: string | undefined): string | undefined {
  for (const node of nodes) {
    const name = node.value === id ? node.name : nameIn(node.children ?? [], id)
    if (name !== undefined) return name
  }
  return undefined
}
