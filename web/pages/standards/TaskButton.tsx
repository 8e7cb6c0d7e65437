/** The button of a finding: opens the page that mends it, already filled in. */
import { Link } from '@tanstack/react-router'
import type { Task } from '#contracts/standards.ts'
import { useText } from '#web/platform/i18n.ts'
import { marks } from '#web/texts/marks.ts'
import { standardsText } from '#web/texts/standards.ts'

type TaskButtonProps = { task: Task; first?: boolean; about: string }
export function TaskButton({ task: { kind, to }, first = false, about }: TaskButtonProps) {
  const t = useText(standardsText)
  const { comma } = useText(marks)
  const [path = '/', query = ''] = to.split('?')
  return (
    <Link
      to={path}
      search={Object.fromEntries(new URLSearchParams(query))}
      className="st-do"
      data-first={first}
      aria-label={`${t.tasks[kind]}${comma}${about}`}
    >
      {t.tasks[kind]}
    </Link>
  )
}
