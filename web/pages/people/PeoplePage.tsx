/** People, always masked: found by name or number. The operator enters them, closes their access and gives staff a user name. */
import { useState } from 'react'
import { listPeople } from '#contracts/people.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { marks } from '#web/texts/marks.ts'
import { peopleText } from '#web/texts/people.ts'
import { AccessConfirm, AccountSheet, type Person } from './Access.tsx'
import { EnterSheet } from './EnterSheet.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'

type Doing = { what: 'access' | 'account'; person: Person }

export function PeoplePage() {
  const t = useText(peopleText)
  return (
    <Allowed right="people.view" title={t.title}>
      <People />
    </Allowed>
  )
}

function People() {
  const t = useText(peopleText)
  const manages = useRight('people.manage')
  const [q, setQ] = useState(useSearchWord('q') ?? '')
  const [after, setAfter] = useState<string>()
  const [entering, enter] = useState(false)
  const [doing, set] = useState<Doing>()
  const people = useEndpoint(
    listPeople,
    { query: { ...(q.trim() && { q: q.trim() }), ...(after && { after }) } },
    { keepLast: true },
  )
  const close = () => set(undefined)
  return (
    <PeopleFrame
      tools={
        manages && (
          <Button kind="accent" icon="plus" onClick={() => enter(true)}>
            {t.enter}
          </Button>
        )
      }
    >
      <div className="pp-filters">
        <TextField
          label={t.findPerson}
          hideLabel
          type="search"
          value={q}
          onChange={(next) => (setQ(next), setAfter(undefined))}
          placeholder={t.findPerson}
          maxLength={40}
        />
      </div>
      <Panel title={t.people}>
        <Loaded query={people}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? (
                <p className="panel-none">{t.none}</p>
              ) : (
                <Table rows={rows} {...(manages && { onDo: set })} />
              )}
              {next && (
                <Button kind="quiet" onClick={() => setAfter(next)}>
                  {t.more}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </Panel>
      {entering && <EnterSheet onClose={() => enter(false)} />}
      {doing?.what === 'access' && <AccessConfirm person={doing.person} onClose={close} />}
      {doing?.what === 'account' && <AccountSheet person={doing.person} onClose={close} />}
    </PeopleFrame>
  )
}

function Table({ rows, onDo }: { rows: readonly Person[]; onDo?: (doing: Doing) => void }) {
  const t = useText(peopleText)
  const { list } = useText(marks)
  return (
    <table className="grid-table pp-table">
      <thead>
        <tr>
          {[t.name, t.phone, t.home, t.postsHeld, t.state].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
          {onDo && (
            <th scope="col">
              <span className="vh">{t.more2}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((person) => (
          <tr key={person.id}>
            <td>
              <b>{person.name.replaceAll('*', '＊')}</b>
            </td>
            <td>{person.phoneMasked?.replaceAll('*', '＊')}</td>
            <td>{person.homeName}</td>
            <td>{person.postTitles.join(list)}</td>
            <td className={person.disabled ? 'pp-vacant' : ''}>{person.disabled ? t.disabled : t.enabled}</td>
            {onDo && (
              <td className="num">
                <button type="button" className="text-btn" onClick={() => onDo({ what: 'account', person })}>
                  {t.account}
                </button>
                <button type="button" className="text-btn" onClick={() => onDo({ what: 'access', person })}>
                  {person.disabled ? t.enable : t.disable}
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
