/**
 * What the standards say of an area: a row for each thing that falls short, one row where nothing does, none where there is
 * nothing to ask. Pure.
 */
import type { Facts, FindingState, Severity, StandardId, Task } from '#contracts/standards.ts'
import type { Area } from './area.ts'
import type { Checked, Setting, Standard } from './standard.ts'

export type Finding = {
  placeId: string
  standard: StandardId
  subjectId: string
  subjectName: string
  compoundId: string | null
  communityId: string | null
  severity: Severity
  state: FindingState
  counted: Facts
  gap: Facts
  task: Task | null
}
export type Settings = ReadonlyMap<string, Setting>

export const isOff = (standard: Standard, settings: Settings): boolean =>
  settings.get(standard.id)?.off ?? standard.off ?? false

export function judgeArea(area: Area, pack: readonly Standard[], settings: Settings, today: string): Finding[] {
  return pack.flatMap((standard) => {
    if (isOff(standard, settings)) return []
    const checked = standard.check(area, settings.get(standard.id), today)
    return told(checked, area).map(({ id, name, counted, verdict, task }): Finding => ({
      placeId: area.place.id,
      standard: standard.id,
      subjectId: id,
      subjectName: name,
      compoundId: area.compoundId,
      communityId: area.communityId,
      severity: standard.severity,
      state: verdict.state,
      counted,
      gap: verdict.gap,
      task,
    }))
  })
}

/** Those that fall short; else the area itself, with what was counted if it was one thing. */
function told(checked: readonly Checked[], { place }: Area): Checked[] {
  const [first] = checked
  if (!first) return []
  const asked = checked.filter(({ verdict }) => verdict.state !== 'notApplicable')
  const short = asked.filter(({ verdict }) => verdict.state !== 'met')
  if (short.length > 0) return short.map((one) => ({ ...one, counted: { ...one.counted, of: asked.length } }))
  const counted = { ...(checked.length === 1 && first.counted), of: asked.length }
  const state = asked.length > 0 ? 'met' : 'notApplicable'
  return [
    {
      id: place.id,
      name: place.name,
      counted,
      verdict: { state, gap: asked.length > 0 ? {} : first.verdict.gap },
      task: null,
    },
  ]
}
