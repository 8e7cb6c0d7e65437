/**
 * The tree of places, opened level by level: what is open is asked for, nothing else. Arrow keys move, right opens, left
 * closes, Enter shows the place. Doors are not here: a building shows its own.
 */
import { useRef, useState, type KeyboardEvent } from 'react'
import { listRegister, type RegisterPlace } from '#contracts/places.ts'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { marks } from '#web/texts/marks.ts'
import { registerText } from '#web/texts/register.ts'
import { levelText } from '#web/texts/places.ts'
import './tree.css'

type TreeProps = {
  selected: string | undefined
  /** Places on the way to the selected one: open unless closed by hand. */
  line: readonly string[]
  onSelect: (id: string) => void
}
type Opened = { isOpen: (id: string) => boolean; turn: (id: string, open: boolean) => void }

export function PlaceTree({ selected, line, onSelect }: TreeProps) {
  const t = useText(registerText)
  const box = useRef<HTMLUListElement>(null)
  const [turned, set] = useState<ReadonlyMap<string, boolean>>(new Map())
  const opened: Opened = {
    isOpen: (id) => turned.get(id) ?? (line.includes(id) || id === selected),
    turn: (id, open) => set(new Map(turned).set(id, open)),
  }
  const move = (event: KeyboardEvent) => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const at = items.findIndex((item) => item === document.activeElement)
    const next = items[nextOf(event.key, items, at)]
    if (!next || at < 0) return
    event.preventDefault()
    next.focus()
  }
  return (
    <ul ref={box} className="ptree" role="tree" aria-label={t.tree} onKeyDown={move}>
      <Branch depth={1} opened={opened} selected={selected} onSelect={onSelect} />
    </ul>
  )
}

const levelAt = (item: HTMLElement | undefined) => Number(item?.getAttribute('aria-level') ?? 0)

/** Up and down by what is seen; left to what it lies in, when it is closed already. */
function nextOf(key: string, items: readonly HTMLElement[], at: number): number {
  if (key === 'ArrowDown') return Math.min(at + 1, items.length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return items.length - 1
  if (key === 'ArrowLeft' && items[at]?.getAttribute('aria-expanded') !== 'true')
    return items.findLastIndex((item, index) => index < at && levelAt(item) < levelAt(items[at]))
  if (key === 'ArrowRight' && items[at]?.getAttribute('aria-expanded') === 'true') return at + 1
  return -1
}

type BranchProps = {
  parent?: RegisterPlace
  depth: number
  opened: Opened
  selected: string | undefined
  onSelect: (id: string) => void
}

function Branch({ parent, ...rest }: BranchProps) {
  const t = useText(registerText)
  const rows = useEndpoint(listRegister, { query: parent ? { parentId: parent.id } : {} })
  if (!rows.data) return <li className="ptree-wait" aria-busy="true" />
  if (rows.data.length === 0) return <li className="ptree-none">{t.empty}</li>
  return rows.data.map((place) => <Item key={place.id} place={place} {...rest} />)
}

function Item({ place, depth, opened, selected, onSelect }: BranchProps & { place: RegisterPlace }) {
  const t = useText(registerText)
  const { comma } = useText(marks)
  const levels = levelText[useLang() === 'en' ? 'en' : 'zh']
  const { id, name, level, households, children } = place
  const canOpen = children > 0 && level !== 'building' && level !== 'entrance'
  const isOpen = canOpen && opened.isOpen(id)
  const onKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    if (event.key === 'Enter' || event.key === ' ') onSelect(id)
    else if (event.key === 'ArrowRight' && canOpen && !isOpen) opened.turn(id, true)
    else if (event.key === 'ArrowLeft' && isOpen) opened.turn(id, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <li
      role="treeitem"
      aria-level={depth}
      aria-selected={id === selected}
      aria-label={`${levels[level]} ${name}${households === null ? '' : `${comma}${t.inTree(String(households))}`}`}
      {...(canOpen && { 'aria-expanded': isOpen })}
      tabIndex={id === selected || (!selected && depth === 1) ? 0 : -1}
      onKeyDown={onKey}
    >
      <div className="ptree-row" style={{ paddingLeft: (depth - 1) * 14 }} onClick={() => onSelect(id)}>
        <button
          type="button"
          tabIndex={-1}
          className="ptree-turn"
          aria-label={`${isOpen ? t.shut : t.open} ${name}`}
          data-open={isOpen}
          hidden={!canOpen}
          onClick={(event) => (event.stopPropagation(), opened.turn(id, !isOpen))}
        >
          <Icon name="chevron" size={14} />
        </button>
        <span className="ptree-name">{name}</span>
        {households !== null && <small>{households}</small>}
      </div>
      {isOpen && (
        <ul role="group">
          <Branch parent={place} depth={depth + 1} opened={opened} selected={selected} onSelect={onSelect} />
        </ul>
      )}
    </li>
  )
}
