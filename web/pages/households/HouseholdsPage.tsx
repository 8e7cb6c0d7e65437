/** 一户一册: the homes of an area, building by building, masked; those nobody can be reached in, those not checked this year. */
import { Fragment, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { listHouseholds, type HouseholdLine } from '#contracts/households.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Further } from '#web/components/desk/Further.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { ExportButton } from '#web/components/desk/ExportSheet.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { useSearchWord } from '#web/platform/route.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { HouseholdFrame } from './HouseholdFrame.tsx'

const FILTERS = ['all', 'noContact', 'unconfirmed', 'noHousehold'] as const
type Filter = (typeof FILTERS)[number]

export function HouseholdsPage() {
  const t = useText(householdsText)
  return (
    <Allowed right="households.view" title={t.title}>
      <Households />
    </Allowed>
  )
}

function Households() {
  const t = useText(householdsText)
  const fromAddress = useSearchWord('placeId')
  const wanted = useSearchWord('filter')
  const [chosen, pick] = useState<PickedPlace | null>()
  const [only, setOnly] = useState<Filter>(FILTERS.find((one) => one === wanted) ?? 'all')
  const [after, setAfter] = useState<string>()
  const placeId = chosen === undefined ? fromAddress : chosen?.id
  const query = { ...(placeId && { placeId }), ...(only !== 'all' && { only }), ...(after && { after }) }
  const list = useEndpoint(listHouseholds, { query }, { keepLast: true })
  const { counts, placeName } = list.data ?? {}
  const given = fromAddress && placeName ? { id: fromAddress, name: placeName } : undefined
  const picked = chosen === undefined ? given : (chosen ?? undefined)
  const labels: Record<Filter, string> = {
    all: t.only.all,
    noContact: t.only.noContact(counts?.noContact ?? 0),
    unconfirmed: t.only.unconfirmed(counts?.unconfirmed ?? 0),
    noHousehold: t.only.noHousehold,
  }
  return (
    <HouseholdFrame>
      <div className="hh-filters">
        <PlacePick
          label={t.place}
          hideLabel
          value={picked}
          onChange={(next) => (pick(next ?? null), setAfter(undefined))}
        />
        <label>
          <span className="vh">{t.filter}</span>
          <select
            className="select"
            value={only}
            onChange={({ target }) => {
              setOnly(FILTERS.find((one) => one === target.value) ?? 'all')
              setAfter(undefined)
            }}
          >
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {labels[one]}
              </option>
            ))}
          </select>
        </label>
        <ExportButton kind="households" query={query} />
      </div>
      <Panel
        title={placeName ?? t.households}
        note={counts && t.counts(counts.homes, counts.households, counts.people)}
      >
        <Loaded query={list}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 ? <p className="panel-none">{t.none}</p> : <Table rows={rows} />}
              <Further next={next} after={after} onTurn={setAfter} words={{ more: t.more, first: t.first }} />
            </>
          )}
        </Loaded>
      </Panel>
    </HouseholdFrame>
  )
}

function Table({ rows }: { rows: readonly HouseholdLine[] }) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  return (
    <table className="grid-table hh-table">
      <thead>
        <tr>
          {[t.door, t.contact, t.phone, t.people, t.holds, t.confirmed].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const { homePlaceId, buildingName, door, householdId, contactName, contactPhone, people, occupants } = row
          const isFirst = rows[at - 1]?.buildingName !== buildingName
          return (
            <Fragment key={homePlaceId}>
              {isFirst && (
                <tr className="hh-building">
                  <td colSpan={6}>{buildingName}</td>
                </tr>
              )}
              <tr>
                <td>
                  <Link
                    to="/households/$homePlaceId"
                    params={{ homePlaceId }}
                    className="text-btn"
                    aria-label={t.openFile(`${buildingName} ${door ?? ''}`)}
                  >
                    {door ?? t.open}
                  </Link>
                </td>
                <td>
                  {contactName ?? (
                    <span className={householdId ? 'hh-due' : 'hh-quiet'}>{householdId ? '—' : t.nobody}</span>
                  )}
                </td>
                <td>{contactPhone?.replaceAll('*', '＊')}</td>
                <td>{householdId && (occupants ?? people)}</td>
                <td>{householdId && words.holds[row.holds]}</td>
                <td>{householdId && (row.confirmedOn ?? <span className="hh-due">{t.never}</span>)}</td>
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
