/** A place within one's reach, down to the grid: the tree opens level by level from where one's posts work. */
import { useState } from 'react'
import { TreeSelect } from 'antd'
import { listPlaces, type PlaceView } from '#contracts/places.ts'
import { RIGHTS, type PostKind } from '#contracts/rights.ts'
import { call } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useMe } from '#web/platform/me.ts'
import { insightText } from '#web/texts/insight.ts'

type Node = { value: string; title: string; isLeaf: boolean; children?: Node[] }
type Child = Pick<PlaceView, 'id' | 'name' | 'level'>
/** Below a grid there is no figure: it would be about somebody. */
const SHOWN: readonly PlaceView['level'][] = ['district', 'subdistrict', 'community', 'compound', 'grid']
const SEEING: readonly PostKind[] = RIGHTS['figures.view']

type PlaceChoiceProps = {
  label: string
  placeId: string | undefined
  /** Of the place that is looked at, before the tree has been opened down to it. */
  name: string | undefined
  onChange: (placeId: string | undefined) => void
}

export function PlaceChoice({ label, placeId, name, onChange }: PlaceChoiceProps) {
  const t = useText(insightText)
  const { data: me } = useMe()
  const [below, setBelow] = useState<ReadonlyMap<string, readonly Child[]>>(new Map())
  const grow = ({ id, name: words, level }: Child): Node => {
    const children = below.get(id)
    const isLeaf = level === 'grid' || children?.length === 0
    return { value: id, title: words, isLeaf, ...(children && { children: children.map(grow) }) }
  }
  const posts = (me?.capacities ?? []).filter(({ kind }) => SEEING.includes(kind))
  const roots = [...new Map(posts.map(({ placeId: id, placeName }) => [id, placeName]))].map(([id, words]) =>
    grow({ id, name: words, level: 'district' }),
  )
  // one place to work for is everywhere already
  const [only] = roots.length === 1 ? roots : []
  const chosen = placeId ?? only?.value ?? ''
  const tree: Node[] = only ? roots : [{ value: '', title: t.everywhere, isLeaf: true }, ...roots]
  const shown = holds(tree, chosen) ? tree : [...tree, { value: chosen, title: name ?? t.place, isLeaf: true }]
  return (
    <TreeSelect
      aria-label={label}
      className="in-place"
      popupMatchSelectWidth={280}
      value={chosen}
      treeData={shown}
      loadData={async ({ value }) => {
        const parentId = String(value)
        const children = await call(listPlaces, { query: { parentId } })
        setBelow((before) =>
          new Map(before).set(
            parentId,
            children.filter(({ level }) => SHOWN.includes(level)),
          ),
        )
      }}
      treeDefaultExpandedKeys={roots.map(({ value }) => value)}
      onChange={(value: string) => onChange(value === only?.value ? undefined : value || undefined)}
    />
  )
}

const holds = (nodes: readonly Node[], id: string): boolean =>
  nodes.some(({ value, children = [] }) => value === id || holds(children, id))
