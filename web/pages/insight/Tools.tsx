/** Period, place and cut: what the page looks at. Each change goes into the address. */
import { useState } from 'react'
import { figuresTable } from '#contracts/figures.ts'
import { CHANNELS, listCategories } from '#contracts/requests.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { categoryTree } from '#web/pages/work/category-tree.ts'
import { insightText } from '#web/texts/insight.ts'
import { workText } from '#web/texts/work.ts'
import { CUTS, type CutName, type Look } from './look.ts'
import { nameOf, PERIOD_NAMES, periodOf, type Period } from './period.ts'
import { PlaceChoice } from './PlaceChoice.tsx'

type ToolsProps = {
  look: Look
  today: string
  placeName: string | undefined
  onChange: (change: { [name in keyof Look]?: Look[name] | undefined }) => void
  cuts?: boolean
}

export function Tools({ look, today, placeName, onChange, cuts = true }: ToolsProps) {
  const t = useText(insightText)
  return (
    <div className="in-tools">
      <PlaceChoice
        label={t.place}
        placeId={look.placeId}
        name={placeName}
        onChange={(placeId) => onChange({ placeId })}
      />
      {cuts && <CutChoice look={look} onChange={onChange} />}
      <PeriodChoice period={look} today={today} onChange={onChange} />
    </div>
  )
}

type PeriodChoiceProps = { period: Period; today: string; onChange: (period: Period) => void; label?: string }

export function PeriodChoice({ period, today, onChange, label }: PeriodChoiceProps) {
  const t = useText(insightText)
  const name = nameOf(period, today)
  const [own, setOwn] = useState(false)
  const open = own || !name
  return (
    <span className="in-period">
      <select
        className="select"
        aria-label={label ?? t.period}
        value={open ? 'own' : name}
        onChange={({ target: { value } }) => {
          const named = PERIOD_NAMES.find((one) => one === value)
          setOwn(!named)
          if (named) onChange(periodOf(named, today))
        }}
      >
        {PERIOD_NAMES.map((one) => (
          <option key={one} value={one}>
            {t.periods[one]}
          </option>
        ))}
        <option value="own">{t.periods.own}</option>
      </select>
      {open && (
        <>
          <Day
            label={t.from}
            value={period.from}
            most={period.to}
            onChange={(from) => onChange({ from, to: period.to })}
          />
          <Day
            label={t.to}
            value={period.to}
            least={period.from}
            most={today}
            onChange={(to) => onChange({ from: period.from, to })}
          />
        </>
      )}
    </span>
  )
}

type DayProps = { label: string; value: string; least?: string; most: string; onChange: (day: string) => void }
/** A day half typed is none yet: only a whole one that lies between goes on. */
const Day = ({ label, value, least = '2000-01-01', most, onChange }: DayProps) => (
  <input
    type="date"
    className="select in-day"
    aria-label={label}
    value={value}
    min={least}
    max={most}
    onChange={({ target }) => target.value >= least && target.value <= most && onChange(target.value)}
  />
)

function CutChoice({ look, onChange }: Pick<ToolsProps, 'look' | 'onChange'>) {
  const t = useText(insightText)
  const words = useText(workText)
  const { from, to, placeId } = look
  const categories = useEndpoint(listCategories, {})
  const byOrganisation = useEndpoint(
    figuresTable,
    { query: { from, to, by: 'organisation', only: 'received', ...(placeId && { placeId }) } },
    { keepLast: true },
  )
  const organisations = (byOrganisation.data?.rows ?? []).filter(({ key }) => key !== '')
  // a group holds no request of its own: its categories do
  const categoryGroups = categoryTree(categories.data ?? [], useLang()).map(({ value: code, title, children }) => ({
    code,
    title,
    children: children.length > 0 ? children : [{ value: code, title }],
  }))
  const cut = CUTS.find((name) => look[name] !== undefined)
  const choose = (value: string) => {
    const [name, ...rest] = value.split(':')
    const none: { [one in CutName]?: undefined } = {
      categoryCode: undefined,
      channel: undefined,
      organisationId: undefined,
    }
    const chosen = CUTS.find((one) => one === name)
    onChange({ ...none, ...(chosen && { [chosen]: rest.join(':') }) })
  }
  const value = cut ? `${cut}:${look[cut]}` : ''
  const known =
    !cut ||
    cut === 'channel' ||
    (cut === 'categoryCode'
      ? categories.data?.some(({ code }) => code === look[cut])
      : organisations.some(({ key }) => key === look[cut]))
  return (
    <select className="select" aria-label={t.cut} value={value} onChange={({ target }) => choose(target.value)}>
      <option value="">{t.cutNone}</option>
      {!known && <option value={value}>{t.cutUnknown}</option>}
      {categoryGroups.map(({ code, title, children }) => (
        <optgroup key={code} label={title}>
          {children.map((one) => (
            <option key={one.value} value={`categoryCode:${one.value}`}>
              {one.title}
            </option>
          ))}
        </optgroup>
      ))}
      <optgroup label={t.cuts.channel}>
        {CHANNELS.map((one) => (
          <option key={one} value={`channel:${one}`}>
            {words.channels[one]}
          </option>
        ))}
      </optgroup>
      {organisations.length > 0 && (
        <optgroup label={t.cuts.organisationId}>
          {organisations.map(({ key, name }) => (
            <option key={key} value={`organisationId:${key}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}
