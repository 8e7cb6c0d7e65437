/**
 * Taking a list out as a file: a button for the head of any list, and the sheet behind it: format, purpose, how far it is,
 * and the file itself. `query` is the query of the list; the server asks the list again in the person's own name.
 */
import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import {
  createExport,
  downloadExport,
  EXPORT_FORMATS,
  EXPORT_NEEDS,
  MAPPED_KINDS,
  PERSONAL_KINDS,
  readExport,
  type ExportFormat,
  type ExportKind,
  type ExportRow,
  type Filters,
} from '#contracts/exports.ts'
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { Icon } from '#web/components/Icon.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { pathOf } from '#web/platform/api.ts'
import { useLang, useText } from '#web/platform/i18n.ts'
import { useRights } from '#web/platform/me.ts'
import { useCommand, useEndpoint } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { exportFormatText, exportKindText, exportsText } from '#web/texts/exports.ts'
import './export-sheet.css'
import './Page.css'

export type ExportQuery = { readonly [name: string]: string | number | boolean | undefined }
type ExportProps = { kind: ExportKind; query?: ExportQuery }

/** Which kinds one may take out. */
export function useTakeable(): (kind: ExportKind) => boolean {
  const rights = useRights()
  return (kind) => rights.includes('exports.make') && EXPORT_NEEDS[kind].every((right) => rights.includes(right))
}

/** Nothing for whoever may not take this list out. `plain`: an icon alone, where the head is narrow. */
export function ExportButton({ kind, query = {}, plain = false }: ExportProps & { plain?: boolean }) {
  const t = useText(exportsText)
  const [open, setOpen] = useState(false)
  if (!useTakeable()(kind)) return null
  return (
    <>
      {plain ? (
        <button type="button" className="tb" aria-label={t.button} title={t.button} onClick={() => setOpen(true)}>
          <Icon name="download" size={20} />
        </button>
      ) : (
        <Button kind="outline" size="small" icon="download" onClick={() => setOpen(true)}>
          {t.button}
        </Button>
      )}
      <ExportSheet kind={kind} query={query} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

export function ExportSheet({ kind, query = {}, open, onClose }: ExportProps & { open: boolean; onClose: () => void }) {
  const t = useText(exportsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  return (
    <Sheet open={open} onClose={onClose} title={t.sheet(exportKindText[lang][kind])}>
      <Asking kind={kind} query={query} />
    </Sheet>
  )
}

/** Filters as the server takes them: what is not chosen is not sent, nor where a page begins. */
export const filtersOf = (query: ExportQuery): Filters =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === '' || name === 'after' || name === 'limit' ? [] : [[name, value]],
    ),
  )

function Asking({ kind, query = {} }: ExportProps) {
  const t = useText(exportsText)
  const say = useProblem()
  const language = useLang() === 'en' ? 'en' : 'zh'
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [purpose, setPurpose] = useState('')
  const make = useCommand(createExport)
  if (make.reply) return <Progress first={make.reply} />
  const personal = (PERSONAL_KINDS as readonly ExportKind[]).includes(kind) // the list of all kinds is wider
  const formats = EXPORT_FORMATS.filter((one) => one !== 'geojson' || MAPPED_KINDS.includes(kind))
  return (
    <>
      {personal && <p className="exp-personal">{t.personalNote}</p>}
      <Choice
        label={t.format}
        value={format}
        onChange={setFormat}
        options={formats.map((value) => ({ value, label: exportFormatText[language][value] }))}
      />
      <TextField
        label={personal ? t.purposeNeeded : t.purpose}
        optional={!personal}
        value={purpose}
        onChange={setPurpose}
        placeholder={t.purposeHint}
        maxLength={200}
      />
      {make.error && (
        <p role="alert" className="field-error">
          {say(make.error)}
        </p>
      )}
      <div className="exp-make">
        <Button
          kind="accent"
          busy={make.busy && t.making}
          onClick={() => make.send({ body: { kind, filters: filtersOf(query), language, format, purpose } })}
        >
          {personal ? t.ask : t.make}
        </Button>
      </div>
    </>
  )
}

const ASK_AGAIN_MS = 1_000

function Progress({ first }: { first: ExportRow }) {
  const t = useText(exportsText)
  const moving = useEndpoint(
    readExport,
    { params: { id: first.id } },
    { refetchInterval: first.state === 'running' ? ASK_AGAIN_MS : 30 * ASK_AGAIN_MS },
  )
  const one = moving.data ?? first
  return (
    <div className="exp-progress" role="status">
      {one.state === 'waiting' && <p>{t.waits}</p>}
      {one.state === 'running' && (
        <>
          <progress aria-label={t.sofar(one.rowCount)} />
          <p>
            {t.sofar(one.rowCount)}
            <span>{t.leave}</span>
          </p>
        </>
      )}
      {one.state === 'ready' && <DownloadLink one={one} />}
      {(one.state === 'refused' || one.state === 'failed') && <Because one={one} />}
      <Link to="/exports" className="text-btn">
        {t.all}
      </Link>
    </div>
  )
}

export function DownloadLink({ one: { id, format, rowCount } }: { one: ExportRow }) {
  const t = useText(exportsText)
  const lang = useLang() === 'en' ? 'en' : 'zh'
  return (
    <a className="exp-file" href={pathOf(downloadExport.path, { id })} download>
      <Icon name="download" size={20} />
      {t.download} {exportFormatText[lang][format]}
      <em>{t.rows(rowCount)}</em>
    </a>
  )
}

/** Why there is no file: the sentence of a refusal, or the words of whoever refused. */
export function Because({ one: { because } }: { one: ExportRow }) {
  const say = useProblem()
  return <p className="field-error">{because && /^[a-z_]+$/.test(because) ? say({ code: because }) : because}</p>
}
