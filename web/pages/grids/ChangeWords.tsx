/** A change of grids in words: what begins and ends, and which buildings go from where to where, put together. */
import { useText } from '#web/platform/i18n.ts'
import { gridsText } from '#web/texts/grids.ts'
import { marks } from '#web/texts/marks.ts'
import type { Differences } from './draft.ts'

export function ChangeWords({ begun, ended, renamed, moved, borders }: Differences) {
  const t = useText(gridsText)
  const { list } = useText(marks)
  const groups = new Map<string, { buildings: string[]; from: string; to: string }>()
  for (const { building, from, to } of moved) {
    const group = { buildings: [], from: from ?? t.nowhere, to: to ?? t.nowhere }
    const key = `${group.from}→${group.to}`
    groups.set(key, { ...group, buildings: [...(groups.get(key)?.buildings ?? []), building] })
  }
  return (
    <ul className="grids-words">
      {begun.map((name) => (
        <li key={`b${name}`}>{t.begun(name)}</li>
      ))}
      {ended.map((name) => (
        <li key={`e${name}`}>{t.ended(name)}</li>
      ))}
      {renamed.map(({ from, to }) => (
        <li key={`r${from}`}>{t.renamed(from, to)}</li>
      ))}
      {[...groups].map(([key, { buildings, from, to }]) => (
        <li key={key}>{t.moved(buildings.join(list), from, to)}</li>
      ))}
      {borders.map((name) => (
        <li key={`o${name}`}>{t.border(name)}</li>
      ))}
    </ul>
  )
}
