/** One finding: what falls short, since when, the rule behind it, and the button that mends it. */
import { useState } from 'react'
import type { FindingView, StandardView } from '#contracts/standards.ts'
import { Facts } from '#web/components/Card.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { standardsText } from '#web/texts/standards.ts'
import { useFindingWords } from './finding-words.ts'
import { TaskButton } from './TaskButton.tsx'

type FindingRowProps = {
  finding: FindingView
  standard?: StandardView | undefined
  first?: boolean
  /** Of several places: says which one. */ withPlace?: boolean
}
export function FindingRow({ finding, standard, first = false, withPlace = false }: FindingRowProps) {
  const t = useText(standardsText)
  const english = useLang() === 'en'
  const wordsOf = useFindingWords()
  const [open, setOpen] = useState(false)
  const { title, note } = wordsOf(finding)
  const tasks = finding.subjects.flatMap(({ id, name, task }) => (task ? [{ id, name, task }] : []))
  const [task] = tasks
  const single = new Set(tasks.map(({ task: { to } }) => to)).size <= 1
  return (
    <li className="st-row" data-severity={finding.severity} data-state={finding.state}>
      <Icon name={finding.state === 'conflict' ? 'scale' : 'clock'} size={18} />
      <div>
        <b>
          {withPlace && <span className="st-place">{t.at(finding.placeName)}</span>}
          {title}
        </b>
        <small>
          <Facts items={[note, standard && (english ? standard.titleEn : standard.title)]} />
          {standard && (
            <button type="button" className="text-btn" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t.openRule}
            </button>
          )}
        </small>
        {open && standard && <Rule standard={standard} />}
        {open && !single && (
          <ul className="st-each">
            {tasks.map(({ id, name, task: own }) => (
              <li key={id}>
                {name}
                <TaskButton task={own} about={name} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {task && <TaskButton task={task.task} first={first} about={title} />}
    </li>
  )
}

export function Rule({ standard: { rule, text, textEn, source, sourceEn, mark } }: { standard: StandardView }) {
  const t = useText(standardsText)
  const english = useLang() === 'en'
  return (
    <p className="st-rule">
      {english ? textEn : text}
      <br />
      <span>
        <Facts items={[t.from(english ? sourceEn : source), t.marks[mark], rule]} />
      </span>
    </p>
  )
}
