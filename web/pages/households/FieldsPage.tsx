/** The record of the impact assessment, made from the table of fields; and what the nightly deletion will take. Printed as it is. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { listFields } from '#contracts/households.ts'
import { Allowed } from '#web/components/desk/Allowed.tsx'
import { Button } from '#web/components/Button.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { useText } from '#web/platform/i18n.ts'
import { useEndpoint } from '#web/platform/query.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { marks } from '#web/texts/marks.ts'
import { HouseholdFrame } from './HouseholdFrame.tsx'

type Record_ = ReplyOf<typeof listFields>

export function FieldsPage() {
  const t = useText(householdsText)
  return (
    <Allowed right="settings.view" title={t.title}>
      <Fields />
    </Allowed>
  )
}

function Fields() {
  const t = useText(householdsText)
  const query = useEndpoint(listFields, {})
  return (
    <HouseholdFrame
      tools={
        <Button kind="quiet" icon="print" onClick={() => window.print()}>
          {t.print}
        </Button>
      }
    >
      <Loaded query={query}>
        {(record) => (
          <div className="hh-paper">
            <Panel title={t.recordTitle} note={t.recordNote(record.on, record.districtName)}>
              <FieldTable fields={record.fields} />
            </Panel>
            <Panel title={t.figures}>
              <Figures figures={record.figures} />
            </Panel>
            <Panel title={t.ahead} note={t.aheadNote}>
              <Ahead ahead={record.ahead} />
            </Panel>
          </div>
        )}
      </Loaded>
    </HouseholdFrame>
  )
}

function FieldTable({ fields }: { fields: Record_['fields'] }) {
  const t = useText(householdsText)
  const { list } = useText(marks)
  const words = useText(householdWords)
  return (
    <table className="grid-table">
      <thead>
        <tr>
          {[t.field, t.purpose, t.basis, t.level, t.keepFor, t.readersWord, t.sealedWord].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ key, purpose, basis, level, keep, readers, sealed }) => (
          <tr key={key}>
            <td>
              <b>{words.fields[key]}</b>
            </td>
            <td>{words.purposes[purpose]}</td>
            <td>{words.bases[basis]}</td>
            <td>{level}</td>
            <td>{words.keeps[keep]}</td>
            <td>{readers.map((one) => words.readers[one]).join(list)}</td>
            <td>{sealed ? t.yes : t.no}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const FIGURES = [
  'households',
  'people',
  'values',
  'consents',
  'withdrawn',
  'reveals30Days',
  'openAsks',
  'erased',
] as const

function Figures({ figures }: { figures: Record_['figures'] }) {
  const { figureWords } = useText(householdsText)
  return (
    <table className="grid-table">
      <tbody>
        {FIGURES.map((one) => (
          <tr key={one}>
            <td>{figureWords[one]}</td>
            <td className="num">
              <b>{figures[one].toLocaleString()}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ahead({ ahead }: { ahead: Record_['ahead'] }) {
  const t = useText(householdsText)
  return (
    <table className="grid-table">
      <thead>
        <tr>
          <th scope="col">{t.field}</th>
          <th scope="col" className="num">
            {t.tonight}
          </th>
          <th scope="col" className="num">
            {t.thisWeek}
          </th>
        </tr>
      </thead>
      <tbody>
        {ahead.map(({ what, today, withinAWeek }) => (
          <tr key={what}>
            <td>{t.aheadWords[what]}</td>
            <td className="num">{today}</td>
            <td className="num">{withinAWeek}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
