/** The tools over the map, with undo; each has a key. */
import { Icon, type IconName } from '#web/components/Icon.tsx'
import { useShortcuts } from '#web/components/desk/shortcuts.ts'
import type { MapTool } from '#web/components/desk/use-drawing.ts'
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import type { DraftDrawing } from './use-draft.ts'
import './tools.css'

const TOOLS: readonly { tool: MapTool; icon: IconName; keys: string }[] = [
  { tool: 'choose', icon: 'hand-up', keys: 'v' },
  { tool: 'lasso', icon: 'route', keys: 'l' },
  { tool: 'line', icon: 'split', keys: 'c' },
  { tool: 'border', icon: 'locate', keys: 'b' },
  { tool: 'draw', icon: 'pencil', keys: 'p' },
]

type ToolsProps = { tool: MapTool; onTool: (tool: MapTool) => void; drawing: DraftDrawing }

export function Tools({ tool, onTool, drawing: { undo, redo } }: ToolsProps) {
  const t = useText(gridsText)
  useShortcuts([
    ...TOOLS.map((one) => ({
      keys: one.keys,
      words: t.tools[one.tool],
      group: 'list' as const,
      run: () => onTool(one.tool),
    })),
    { keys: 'mod+z', words: t.undo, group: 'list', run: () => undo?.() },
    { keys: 'mod+y', words: t.redo, group: 'list', run: () => redo?.() },
  ])
  return (
    <>
      <div className="grids-tools" role="toolbar" aria-label={t.tool}>
        {TOOLS.map((one) => (
          <button
            key={one.tool}
            type="button"
            aria-pressed={tool === one.tool}
            title={`${t.tools[one.tool]} (${one.keys.toUpperCase()})`}
            onClick={() => onTool(one.tool)}
          >
            <Icon name={one.icon} size={20} />
            <span>{t.tools[one.tool]}</span>
          </button>
        ))}
        <i aria-hidden="true" />
        <button type="button" aria-disabled={!undo} title={t.undo} aria-label={t.undo} onClick={undo}>
          <Icon name="undo" size={20} />
        </button>
        <button type="button" className="flip" aria-disabled={!redo} title={t.redo} aria-label={t.redo} onClick={redo}>
          <Icon name="undo" size={20} />
        </button>
      </div>
      <p className="grids-hint">{t.toolHints[tool]}</p>
    </>
  )
}
