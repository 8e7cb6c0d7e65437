/** Ledgers: which, of what place, over what period; the first rows as they will stand in the file. */
import { useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { LEDGER_KINDS, previewExport, type ExportKind, type Preview } from '#contracts/exports.ts'
import { ExportButton, filtersOf, useTakeable } from '#web/components/desk/ExportSheet.tsx'
import { Panel } from '#web/components/desk/Page.tsx'
import { optionsOf, Select } from '#web/components/desk/Select.tsx'
import { PlacePick, type PickedPlace } from '#web/components/desk/PlacePick.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Loaded } from '#web/components/Loaded.tsx'
import { call } from '#web/platform/api.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useNow } from '#web/platform/now.ts'
import { exportKindText, exportsText } from '#web/texts/exports.ts'
import { monthOf, type Period } from './periods.ts'

export function Ledgers() {
  const kinds = LEDGER_KINDS.filter(useTakeable())
  return kinds[0] && <Chosen kinds={kinds} first={kinds[0]} />
}

type LedgerKind = (typeof LEDGER_KINDS)[number]

function Chosen({ kinds, first }: { kinds: readonly LedgerKind[]; first: LedgerKind }) {
  const t = useText(exportsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const now = useNow()
  const [kind, setKind] = useState(first)
  const [place, setPlace] = useState<PickedPlace>()
  const [period, setPeriod] = useState<Period>(monthOf(now, 0))
  const query = { ...period, placeId: place?.id }
  const needsPlace = kind === 'gridLedger' && !place
  return (
    <Panel
      title={t.ledgers}
      note={t.ledgersNote}
      end={!needsPlace && <ExportButton key={kind} kind={kind} query={query} />}
      className="exp-ledgers"
    >
      <div className="exp-pick">
        <Select
          label={t.which}
          value={kind}
          onChange={(one) => one && setKind(one)}
          options={optionsOf(kinds, exportKindText[lang])}
        />
        <PlacePick label={t.place} value={place} onChange={setPlace} />
        <TextField label={t.from} type="date" value={period.from} onChange={(from) => setPeriod({ ...period, from })} />
        <TextField label={t.to} type="date" value={period.to} onChange={(to) => setPeriod({ ...period, to })} />
        <span className="exp-months">
          {(['this', 'last'] as const).map((which, at) => (
            <button key={which} type="button" className="tok" onClick={() => setPeriod(monthOf(now, -at))}>
              {t.months[which]}
            </button>
          ))}
        </span>
      </div>
      {needsPlace ? <p className="panel-none">{t.pickPlace}</p> : <FirstRows kind={kind} query={query} />}
      <p className="exp-missing">{t.missing}</p>
    </Panel>
  )
}

function FirstRows({ kind, query }: { kind: ExportKind; query: Record<string, string | undefined> }) {
  const language = useLang() === 'en' ? 'en' : 'zh'
  const filters = filtersOf(query)
  const first = useQuery({
    queryKey: [previewExport.path, kind, filters, language],
    queryFn: ({ signal }) => call(previewExport, { body: { kind, filters, language } }, { signal }),
    placeholderData: keepPreviousData,
  })
  return <Loaded query={first}>{(preview) => <Cells preview={preview} />}</Loaded>
}

function Cells({ preview: { heads, rows, more } }: { preview: Preview }) {
  const t = useText(exportsText)
  if (rows.length === 0) return <p className="panel-none">{t.previewNone}</p>
  return (
    <div className="exp-cells" tabIndex={0} role="region" aria-label={t.preview}>
      <table className="grid-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={heads[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="exp-more">{t.previewMore}</p>}
    </div>
  )
}
