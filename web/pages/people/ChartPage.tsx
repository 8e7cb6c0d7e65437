/**
 * The organisation chart: from left to right, each organisation a card with its posts and their holders (masked). Parts open
 * and close, a search opens the way to what it finds, a place cuts the chart down to it, and it prints on A3 or A4.
 */
import { useEffect, useMemo, useState, type CSSProperties } from 'react'
import { organisationChart, type ChartNode } from '#contracts/organisations.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { PlacePick } from '#web/components/desk/PlacePick.tsx'
import { Empty } from '#web/components/Empty.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useTime } from '#web/platform/time.ts'
import { organisationsText } from '#web/texts/organisations.ts'
import { ChartCard } from './ChartCard.tsx'
import { dayInShanghai } from './day.ts'
import { useAsked, usePlace } from './from-address.ts'
import { PeopleFrame } from './PeopleFrame.tsx'
import { childrenIn, withAncestors } from './tree.ts'
import './chart.css'

const SIZES = [60, 75, 90, 100, 115] as const // per cent
const OPEN_BELOW = 60 // organisations: a chart that fits a few screens begins open
const LEVELS_OPEN = 3

export function ChartPage() {
  const t = useText(organisationsText)
  return (
    <Allowed right="people.view" title={t.chartTitle}>
      <Chart />
    </Allowed>
  )
}

function Chart() {
  const t = useText(organisationsText)
  const { now } = useTime()
  const [place, setPlace] = usePlace(useAsked().placeId)
  const [size, setSize] = useState(3)
  const chart = useEndpoint(
    organisationChart,
    { query: { ...(place && { placeId: place.id }) } },
    { topics: ['posts'], keepLast: true },
  )
  const tools: readonly [IconName, string, () => void][] = [
    ['minus', t.smaller, () => setSize(Math.max(0, size - 1))],
    ['plus', t.larger, () => setSize(Math.min(SIZES.length - 1, size + 1))],
    ['print', t.print, () => window.print()],
  ]
  return (
    <PeopleFrame
      tools={tools.map(([icon, words, act]) => (
        <button key={icon} type="button" className="tb" aria-label={words} title={words} onClick={act}>
          <Icon name={icon} size={18} />
        </button>
      ))}
    >
      <Loaded query={chart}>
        {({ placeName, nodes, placeId }) => (
          <div className="oc" style={{ '--oc': (SIZES[size] ?? 100) / 100 } as CSSProperties /* a custom property */}>
            <h2 className="oc-title">
              {t.chartOf(placeName)} <small>{t.printed(dayInShanghai(now))}</small>
            </h2>
            <Tree key={placeId} nodes={nodes}>
              <PlacePick label={t.chartPlace} hideLabel value={place} onChange={setPlace} />
            </Tree>
          </div>
        )}
      </Loaded>
    </PeopleFrame>
  )
}

/** Closed at first are those with children below the third level of a large chart. */
function closedAtFirst(nodes: readonly ChartNode[]): ReadonlySet<string> {
  if (nodes.length <= OPEN_BELOW) return new Set()
  const closed = new Set<string>()
  const walk = (below: string | null, level: number) => {
    for (const { id } of childrenIn(nodes, below)) {
      if (level >= LEVELS_OPEN) closed.add(id)
      walk(id, level + 1)
    }
  }
  walk(null, 1)
  return closed
}

function Tree({ nodes, children: placePick }: { nodes: readonly ChartNode[]; children: React.ReactNode }) {
  const t = useText(organisationsText)
  const first = useMemo(() => closedAtFirst(nodes), [nodes])
  const [closed, setClosed] = useState(first)
  const { organisationId } = useAsked()
  const [q, setQ] = useState(() => nodes.find(({ id }) => id === organisationId)?.name ?? '')
  const words = q.trim()
  const isHit = (one: ChartNode) =>
    words !== '' && [one.name, ...one.posts.map(({ title }) => title)].some((name) => name.includes(words))
  const hits = nodes.filter(isHit)
  const onTheWay = new Set(words ? withAncestors(nodes, isHit).map(({ id }) => id) : [])
  const isOpen = (id: string) => !closed.has(id) || (onTheWay.has(id) && !hits.some((one) => one.id === id))
  const toggle = (id: string) => {
    const next = new Set(closed)
    if (!next.delete(id)) next.add(id)
    setClosed(next)
  }
  const firstHit = hits[0]?.id
  useEffect(() => {
    if (firstHit) document.getElementById(`oc-${firstHit}`)?.scrollIntoView({ block: 'center', inline: 'center' })
  }, [firstHit])
  return (
    <>
      <div className="pp-filters">
        {placePick}
        <TextField
          label={t.chartFind}
          hideLabel
          type="search"
          value={q}
          onChange={setQ}
          placeholder={t.chartFind}
          maxLength={40}
        />
        {words && (
          <span className="oc-hits" role="status">
            {hits.length === 0 ? t.none : t.hits(hits.length)}
          </span>
        )}
        <button type="button" className="text-btn" onClick={() => setClosed(new Set())}>
          {t.openAll}
        </button>
        <button type="button" className="text-btn" onClick={() => setClosed(new Set(nodes.map(({ id }) => id)))}>
          {t.shutAll}
        </button>
      </div>
      {nodes.length === 0 && <Empty mood="quiet" icon="people" title={t.noneYet} note={t.noneYetNote} />}
      <div className="oc-scroll" tabIndex={0} role="region" aria-label={t.chartTitle}>
        <Branch nodes={nodes} below={null} isOpen={isOpen} isHit={isHit} onToggle={toggle} />
      </div>
    </>
  )
}

type BranchProps = {
  nodes: readonly ChartNode[]
  below: string | null
  isOpen: (id: string) => boolean
  isHit: (one: ChartNode) => boolean
  onToggle: (id: string) => void
}

function Branch({ nodes, below, isOpen, isHit, onToggle }: BranchProps) {
  const own = childrenIn(nodes, below)
  if (own.length === 0) return null
  return (
    <ul className="oc-tree">
      {own.map((one) => {
        const count = childrenIn(nodes, one.id).length
        const open = isOpen(one.id)
        return (
          <li key={one.id}>
            <ChartCard node={one} below={count} open={open} hit={isHit(one)} onToggle={() => onToggle(one.id)} />
            {open && <Branch nodes={nodes} below={one.id} isOpen={isOpen} isHit={isHit} onToggle={onToggle} />}
          </li>
        )
      })}
    </ul>
  )
}
