/** The grids of the draft: name, buildings, households against what there should be. The chosen one takes what is drawn. */
import type { GridsView } from '#contracts/grids.ts'
import { Button } from '#web/components/Button.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import { marks } from '#web/texts/marks.ts'
import { membersOf, offTarget, type DraftGrid } from './draft.ts'
import type { Tint } from './tint.ts'
import type { DraftDrawing } from './use-draft.ts'
import './list.css'

/** A member keeps up with 4 to 8 households. Source: docs/capabilities/grids.md, "What there should be" (rule G-R1). */
const HOUSEHOLDS_A_MEMBER = { fewest: 4, most: 8 }

type Looked = readonly { areaM2: number | null }[] | undefined
type ListProps = { view: GridsView; drawing: DraftDrawing; looked: Looked; tints: readonly Tint[] }

export function GridList({ view, drawing, looked, tints }: ListProps) {
  const t = useText(gridsText)
  const { draft } = drawing
  const { target } = view
  return (
    <>
      <Target target={target} count={draft.grids.length} />
      <ol className="grids-list">
        {draft.grids.map((grid, at) => (
          <GridRow
            key={grid.key}
            {...{ view, drawing, grid, at }}
            tint={tints[at] ?? 1}
            areaM2={looked?.[at]?.areaM2 ?? null}
          />
        ))}
      </ol>
      {view.mayChange && (
        <Button kind="soft" size="small" icon="plus" onClick={drawing.addGrid}>
          {t.addGrid(t.shortLevels[view.gridLevel])}
        </Button>
      )}
    </>
  )
}

function Target({ target, count }: { target: GridsView['target']; count: number }) {
  const t = useText(gridsText)
  if (target?.households && target.tolerancePercent) {
    const slack = (target.households * target.tolerancePercent) / 100
    return <p className="grids-target">{t.of400(target.households - slack, target.households + slack)}</p>
  }
  if (!target?.fewest || !target.most) return null
  return <p className="grids-target">{t.ofAreas(target.fewest, target.most, count)}</p>
}

type RowProps = {
  view: GridsView
  drawing: DraftDrawing
  grid: DraftGrid
  at: number
  tint: Tint
  areaM2: number | null
}

function GridRow({ view, drawing, grid, at, tint, areaM2 }: RowProps) {
  const t = useText(gridsText)
  const { list } = useText(marks)
  const { draft, active } = drawing
  const members = new Set(membersOf(draft, grid.key))
  const own = view.buildings.filter(({ id }) => members.has(id))
  const households = own.reduce((sum, building) => sum + building.households, 0)
  const isActive = grid.key === active
  return (
    <li data-active={isActive}>
      <div className="grids-row">
        <button
          type="button"
          className={`grids-badge map-tint-${tint}`}
          aria-pressed={isActive}
          aria-label={t.select(grid.name)}
          onClick={() => drawing.choose(grid.key)}
        >
          {at + 1}
        </button>
        {view.mayChange ? (
          <input
            className="grids-name"
            aria-label={t.name}
            value={grid.name}
            maxLength={40}
            onFocus={() => drawing.choose(grid.key)}
            onChange={({ target }) => drawing.change(grid.key, { name: target.value })}
          />
        ) : (
          <b className="grids-name">{grid.name}</b>
        )}
        <b className="grids-count">{t.households(households)}</b>
      </div>
      <TargetBar households={households} target={view.target} />
      <small>
        {own.length > 0 ? own.map(({ name }) => name).join(list) : t.buildings(0)}
        {areaM2 !== null && ` · ${t.area(areaM2.toLocaleString())}`}
        {grid.byHand && ` · ${t.byHand}`}
        {view.gridLevel === 3 &&
          households > 0 &&
          ` · ${t.members(Math.ceil(households / HOUSEHOLDS_A_MEMBER.most), Math.ceil(households / HOUSEHOLDS_A_MEMBER.fewest))}`}
      </small>
      {isActive && view.mayChange && <RowTools {...{ drawing, grid }} />}
    </li>
  )
}

/** How full: the light band is what there should be, the mark is what there is. */
function TargetBar({ households, target }: { households: number; target: GridsView['target'] }) {
  const t = useText(gridsText)
  if (!target?.households || target.tolerancePercent === null) return null
  const slack = (target.households * target.tolerancePercent) / 100
  const [low, high] = [target.households - slack, target.households + slack]
  const whole = high * 1.3
  const off = offTarget(households, target)
  const percent = (count: number) => `${Math.min(100, (count / whole) * 100)}%`
  return (
    <div className="grids-bar" data-off={off}>
      <span>
        <i style={{ left: percent(low), width: percent(high - low) }} />
        <b style={{ width: percent(households) }} />
      </span>
      <em>
        {off === 'low'
          ? t.low(Math.ceil(low - households))
          : off === 'high'
            ? t.high(Math.ceil(households - high))
            : t.fine}
      </em>
    </div>
  )
}

function RowTools({ drawing, grid }: { drawing: DraftDrawing; grid: DraftGrid }) {
  const t = useText(gridsText)
  const others = drawing.draft.grids.filter(({ key }) => key !== grid.key)
  return (
    <div className="grids-rowtools">
      <input
        className="grids-code"
        aria-label={t.code}
        title={t.codeHint}
        placeholder={t.code}
        value={grid.code ?? ''}
        maxLength={30}
        onChange={({ target }) => drawing.change(grid.key, { code: target.value || null })}
      />
      {others.length > 0 && (
        <select
          className="select"
          aria-label={t.mergeInto}
          value=""
          onChange={({ target }) => target.value && drawing.merge(grid.key, target.value)}
        >
          <option value="">{t.mergeInto}</option>
          {others.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        className="tb"
        aria-label={`${t.remove} ${grid.name}`}
        title={t.remove}
        onClick={() => drawing.remove(grid.key)}
      >
        <Icon name="trash" size={18} />
      </button>
    </div>
  )
}
