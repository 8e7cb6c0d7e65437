/** Who can do what, and when: accepted report cards as a table of skills by times; a cell lists its people, masked. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { revealMember, willingness } from '#contracts/members.ts'
import { MaskedPerson } from '#web/components/MaskedPerson.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { marks } from '#web/texts/marks.ts'
import { membersText } from '#web/texts/members.ts'
import { useChoiceWords } from '../choice-words.ts'

type Reply = ReplyOf<typeof willingness>
type Cell = { skill: string; freeTime: string }

export function Willing({ placeId }: { placeId: string }) {
  const t = useText(membersText)
  const { comma } = useText(marks)
  const [cell, setCell] = useState<Cell>()
  const query = useEndpoint(willingness, { query: { placeId, ...cell } }, { keepLast: true })
  return (
    <Loaded query={query}>
      {(data) => (
        <div className="dm-two dm-willing">
          <Panel title={t.willing} note={t.willingNote}>
            {data.cells.length === 0 ? (
              <p className="panel-none">{t.noCards}</p>
            ) : (
              <Matrix {...{ data, cell, setCell }} />
            )}
          </Panel>
          {cell && (
            <Panel title={wordsOf(data, cell)}>
              <ul className="dm-people">
                {data.people.map((person) => (
                  <Somebody key={person.id} person={person} />
                ))}
              </ul>
            </Panel>
          )}
        </div>
      )}
    </Loaded>
  )

  function wordsOf({ skills, freeTimes }: Reply, { skill, freeTime }: Cell) {
    const name = (list: Reply['skills'], code: string) => list.find((one) => one.code === code)?.name ?? code
    return `${name(skills, skill)}${comma}${name(freeTimes, freeTime)}`
  }
}

type MatrixProps = { data: Reply; cell: Cell | undefined; setCell: (cell: Cell) => void }

function Matrix({ data: { skills, freeTimes, cells }, cell, setCell }: MatrixProps) {
  const t = useText(membersText)
  const wordOf = useChoiceWords()
  const most = Math.max(...cells.map(({ count }) => count))
  const countAt = (skill: string, freeTime: string) =>
    cells.find((one) => one.skill === skill && one.freeTime === freeTime)?.count ?? 0
  return (
    <table className="dm-matrix">
      <thead>
        <tr>
          <td />
          {freeTimes.map((time) => (
            <th key={time.code} scope="col">
              {wordOf(time)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {skills.map((skill) => (
          <tr key={skill.code}>
            <th scope="row">{wordOf(skill)}</th>
            {freeTimes.map((time) => {
              const count = countAt(skill.code, time.code)
              const chosen = cell?.skill === skill.code && cell.freeTime === time.code
              return (
                <td key={time.code}>
                  {count > 0 && (
                    <button
                      type="button"
                      data-heat={Math.ceil((count / most) * 4)}
                      aria-pressed={chosen}
                      aria-label={t.cell(wordOf(skill), wordOf(time), count)}
                      onClick={() => setCell({ skill: skill.code, freeTime: time.code })}
                    >
                      {count}
                    </button>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Somebody({ person: { id, name, buildingName } }: { person: Reply['people'][number] }) {
  const say = useProblem()
  const reveal = useCommand(revealMember, { changes: [] })
  return (
    <li>
      <MaskedPerson
        masked={name}
        seen={reveal.reply}
        busy={reveal.busy}
        error={reveal.error ? say(reveal.error) : undefined}
        onReveal={(reason) => reveal.send({ params: { id }, body: { reason } })}
      />
      <small>{buildingName}</small>
    </li>
  )
}
