/** One's own subdistrict and communities, found in the divisions of the country and taken over; or typed by hand. */
import { useState } from 'react'
import { searchDivisions, takeDivisions, type DivisionView } from '#contracts/places.ts'
import { Button } from '#web/components/Button.tsx'
import { Choices } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { divisionLevelText, placesText } from '#web/texts/places.ts'
import { PLACE_TOPICS } from './AddSheet.tsx'
import { TypedDivision } from './TypedDivision.tsx'

export function DivisionStep({ topId }: { topId: string }) {
  const t = useText(placesText)
  const [subdistrict, choose] = useState<DivisionView>()
  const [byHand, setByHand] = useState(false)
  const say = useProblem()
  const take = useCommand(takeDivisions, { changes: PLACE_TOPICS, onDone: ({ added }) => toast(t.tookIn(added)) })
  if (byHand) return <TypedDivision topId={topId} onBack={() => setByHand(false)} />
  return (
    <div className="pdiv">
      {subdistrict ? (
        <Communities
          subdistrict={subdistrict}
          busy={take.busy}
          onTake={(codes) => take.send({ body: { codes } })}
          onBack={() => choose(undefined)}
        />
      ) : (
        <Search
          onPick={(division) =>
            division.level === 'community' ? take.send({ body: { codes: [division.code] } }) : choose(division)
          }
        />
      )}
      {take.error && (
        <p className="field-error" role="alert">
          {say(take.error)}
        </p>
      )}
      <p className="pdiv-foot">
        <button type="button" className="text-btn" onClick={() => setByHand(true)}>
          {t.byHand}
        </button>
        <small>{t.source}</small>
      </p>
    </div>
  )
}

function Search({ onPick }: { onPick: (division: DivisionView) => void }) {
  const t = useText(placesText)
  const levels = divisionLevelText[useLang() === 'en' ? 'en' : 'zh']
  const [q, setQ] = useState('')
  const asked = q.trim()
  const found = useEndpoint(searchDivisions, { query: { q: asked } }, { enabled: asked.length > 0, keepLast: true })
  const rows = found.data?.rows.filter(({ level }) => level === 'subdistrict' || level === 'community')
  return (
    <>
      <TextField label={t.division} hint={t.divisionHint} type="search" value={q} onChange={setQ} maxLength={60} />
      {asked && (
        <Loaded query={found} skeleton={null}>
          {({ more }) => (
            <>
              {rows?.length === 0 && <p className="panel-none">{t.divisionNone}</p>}
              <ul className="pdiv-list">
                {rows?.map((division) => (
                  <li key={division.code}>
                    <button type="button" onClick={() => onPick(division)}>
                      <span>
                        <small>{division.above.join(' ')}</small>
                        <b>{division.name}</b>
                      </span>
                      <small>{division.taken ? t.taken : levels[division.level]}</small>
                    </button>
                  </li>
                ))}
              </ul>
              {more && <p className="panel-none">{t.divisionMore}</p>}
            </>
          )}
        </Loaded>
      )}
    </>
  )
}

type CommunitiesProps = {
  subdistrict: DivisionView
  busy: boolean
  onTake: (codes: string[]) => void
  onBack: () => void
}

function Communities({ subdistrict, busy, onTake, onBack }: CommunitiesProps) {
  const t = useText(placesText)
  const list = useEndpoint(searchDivisions, { query: { within: subdistrict.code } })
  const [codes, pick] = useState<readonly string[]>([])
  return (
    <Loaded query={list}>
      {({ rows }) => (
        <>
          <Choices
            label={t.communitiesOf(subdistrict.name)}
            values={codes}
            onChange={pick}
            options={rows.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <div className="pfirst-do">
            <Button
              kind="accent"
              busy={busy && t.taking}
              blocked={codes.length === 0 && t.takeAll(0)}
              onClick={() => onTake([...codes])}
            >
              {t.takeAll(codes.length)}
            </Button>
            <Button onClick={() => pick(rows.map(({ code }) => code))}>{t.pickAll}</Button>
            <Button kind="quiet" onClick={onBack}>
              {t.back}
            </Button>
          </div>
        </>
      )}
    </Loaded>
  )
}
