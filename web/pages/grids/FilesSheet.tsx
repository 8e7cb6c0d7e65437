/** Outlines in from a GeoJSON file, looked over before anything changes, and out as one; in which coordinates is always said. */
import { useState } from 'react'
import { COORDINATE_SYSTEMS, exportOutlines, importOutlines } from '#contracts/grids.ts'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { Button } from '#web/components/Button.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { ApiError, call, pathOf, request } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useRight } from '#web/platform/me.ts'
import { queries, refresh } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { gridsText } from '#web/texts/grids.ts'
import { marks } from '#web/texts/marks.ts'

type System = (typeof COORDINATE_SYSTEMS)[number]
type Looked = ReplyOf<typeof importOutlines>
const GOOD = ['placed', 'replaced']

export function FilesSheet({ placeId, onClose }: { placeId: string; onClose: () => void }) {
  const t = useText(gridsText)
  const say = useProblem()
  const mayDraw = useRight('places.manage')
  const [system, setSystem] = useState<System>('gcj02')
  const [file, setFile] = useState<File>()
  const [looked, setLooked] = useState<Looked>()
  const [problem, setProblem] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const good = looked?.features.filter(({ fate }) => GOOD.includes(fate)).length ?? 0

  const send = async (given: File, apply: boolean, as: System) => {
    setBusy(true)
    setProblem(undefined)
    try {
      const reply = await sendFile(placeId, given, as, apply)
      setLooked(reply)
      if (!apply) return
      for (const topic of ['places', 'grids', 'register']) void refresh(queries, topic)
      toast(t.applied(good))
      onClose()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const download = async () => {
    const found = await call(exportOutlines, { params: { id: placeId }, query: { system } })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([JSON.stringify(found)], { type: 'application/geo+json' }))
    link.download = `linli-${system}.geojson`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Sheet open onClose={onClose} title={t.files}>
      <label className="grids-check">
        {t.system}
        <select
          className="select"
          value={system}
          onChange={({ target }) => {
            const next = COORDINATE_SYSTEMS.find((one) => one === target.value) ?? system
            setSystem(next)
            if (file) void send(file, false, next)
          }}
        >
          {COORDINATE_SYSTEMS.map((one) => (
            <option key={one} value={one}>
              {t.systems[one]}
            </option>
          ))}
        </select>
      </label>
      <p className="grids-note">{t.systemHint}</p>
      <h3 className="sec">{t.exportTitle}</h3>
      <Button kind="soft" size="small" icon="download" onClick={() => void download()}>
        {t.exportNow}
      </Button>
      {mayDraw && (
        <>
          <h3 className="sec">{t.importTitle}</h3>
          <input
            type="file"
            aria-label={t.chooseFile}
            accept=".json,.geojson,application/geo+json,application/json"
            onChange={({ target }) => {
              const [given] = target.files ?? []
              setFile(given)
              setLooked(undefined)
              if (given) void send(given, false, system)
            }}
          />
          {problem && (
            <p role="alert" className="grids-problem">
              {say(problem)}
            </p>
          )}
          {looked && <Fates features={looked.features} />}
          {looked && file && (
            <Button
              kind="accent"
              busy={busy && t.looking}
              blocked={good === 0 && t.noneGood}
              onClick={() => void send(file, true, system)}
            >
              {t.apply(good)}
            </Button>
          )}
        </>
      )}
    </Sheet>
  )
}

function Fates({ features }: { features: Looked['features'] }) {
  const t = useText(gridsText)
  const { colon } = useText(marks)
  const say = useProblem()
  return (
    <div className="grids-fates">
      <table className="grid-table">
        <thead>
          <tr>
            <th>{t.feature}</th>
            <th>{t.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {features.map(({ number, name, fate, placeName, problem }) => (
            <tr key={number} data-fate={fate}>
              <td>
                {number}. {name}
              </td>
              <td>
                {t.fates[fate]}
                {placeName && GOOD.includes(fate) && `${colon}${placeName}`}
                {problem && <small>{say({ code: problem })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function sendFile(placeId: string, file: File, system: System, apply: boolean): Promise<Looked> {
  const body = new FormData()
  body.set('file', file)
  const search = new URLSearchParams({ system, ...(apply && { apply: 'true' }) })
  return request(`${pathOf(importOutlines.path, { id: placeId })}?${search}`, {
    method: importOutlines.method,
    body,
  })
}
