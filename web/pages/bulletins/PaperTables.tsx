/** What is overdue and with whom, what sits at the meetings, what is in hand, place by place. Names are of organisations and posts. */
import type { ReactNode } from 'react'
import { LADDER_WORDS } from '#contracts/bulletin-words.ts'
import type { Material } from '#contracts/bulletins.ts'
import { RANKED_FROM } from '#contracts/figures.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { bulletinText } from '#web/texts/bulletins.ts'
import { dayOf, percent } from './paper-data.ts'
import { useSaid } from './said.ts'

type Cell = { words: ReactNode; number?: boolean }
type PaperTableProps = { head: readonly Cell[]; rows: readonly (readonly ReactNode[])[]; under?: string }
function PaperTable({ head, rows, under }: PaperTableProps) {
  return (
    <>
      <table className="paper-table">
        <thead>
          <tr>
            {head.map(({ words, number }, at) => (
              <th key={at} className={number ? 'num' : ''}>
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            <tr key={nth}>
              {row.map((words, at) => (
                <td key={at} className={head[at]?.number ? 'num' : ''}>
                  {words}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {under && <p className="paper-small">{under}</p>}
    </>
  )
}

export function Overdue({ rows }: { rows: Material['overdue'] }) {
  const t = useText(bulletinText)
  const lang = useLang()
  return (
    <PaperTable
      head={[{ words: t.holder }, { words: t.count, number: true }, { words: t.oldestDue, number: true }]}
      rows={rows.map(({ name, count, oldestDueOn }) => [name, count, dayOf(oldestDueOn, lang)])}
      under={t.noResidents}
    />
  )
}

export function Ladder({ rows }: { rows: Material['ladder'] }) {
  const t = useText(bulletinText)
  const lang = useLang()
  const said = useSaid()
  const nameOf = (level: string) => {
    const words = LADDER_WORDS[level]
    return words ? said(words) : level
  }
  return (
    <PaperTable
      head={[{ words: t.level }, { words: t.count, number: true }, { words: t.oldest, number: true }]}
      rows={rows.map(({ level, count, oldestOn }) => [nameOf(level), count, dayOf(oldestOn, lang)])}
    />
  )
}

export function Doing({ rows }: { rows: Material['doing'] }) {
  const t = useText(bulletinText)
  return (
    <PaperTable
      head={[{ words: t.what }, { words: t.who }, { words: t.count, number: true }]}
      rows={rows.map(({ categoryName, holderName, count }) => [categoryName, holderName, count])}
    />
  )
}

/** A share, after how many were heard. */
const Heard = ({ n, words }: { n: number; words: string }) => (
  <>
    <small>{n}</small> {words}
  </>
)

/** Best solved first where enough were heard; the others last, without a place in the order. */
export function Places({ rows }: { rows: Material['places'] }) {
  const t = useText(bulletinText)
  const enough = rows.filter(({ asked }) => asked >= RANKED_FROM)
  const few = rows.filter(({ asked }) => asked < RANKED_FROM)
  const ordered = [...enough.toSorted((a, b) => b.saidSolved / b.asked - a.saidSolved / a.asked), ...few]
  const numbers = [t.received, t.closed, t.solvedRate, t.satisfiedRate, t.overdueCount]
  return (
    <PaperTable
      head={[{ words: '' }, ...numbers.map((words) => ({ words, number: true }))]}
      rows={ordered.map((one) => [
        one.name,
        one.received,
        one.closed,
        <Heard
          key="heard"
          n={one.asked}
          words={one.asked < RANKED_FROM ? t.fewHere : percent(one.saidSolved, one.asked)}
        />,
        one.asked < RANKED_FROM ? '' : percent(one.saidSatisfied, one.asked),
        one.overdue,
      ])}
      under={t.fewNote(RANKED_FROM)}
    />
  )
}
