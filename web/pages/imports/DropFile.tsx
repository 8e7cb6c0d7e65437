/** The place to drop a file, and a button for those who would rather choose one. Reading begins at once. */
import { useRef, useState } from 'react'
import type { ImportKind } from '#contracts/imports.ts'
import { Icon } from '#web/components/Icon.tsx'
import { ApiError } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useProblem } from '#web/texts/errors.ts'
import { importsText } from '#web/texts/imports.ts'
import { uploadFile } from './upload.ts'

type Props = { placeId?: string | undefined; kind?: ImportKind | undefined; onDone: (id: string) => void }

export function DropFile({ placeId, kind, onDone }: Props) {
  const t = useText(importsText)
  const say = useProblem()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<string>()
  const [over, setOver] = useState(false)
  const [error, setError] = useState<ApiError>()
  const send = (file: File | undefined) => {
    if (!file || reading) return
    setReading(file.name)
    setError(undefined)
    uploadFile(file, { placeId, kind })
      .then(({ id }) => onDone(id))
      .catch((cause: unknown) => setError(cause instanceof ApiError ? cause : new ApiError('unexpected', 0)))
      .finally(() => setReading(undefined))
  }
  return (
    <div
      className="imp-drop"
      data-over={over}
      onDragOver={(event) => (event.preventDefault(), setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        send(event.dataTransfer.files[0])
      }}
    >
      <button type="button" className="imp-drop-on" onClick={() => input.current?.click()} aria-busy={Boolean(reading)}>
        {reading ? <span className="btn-spin" aria-hidden="true" /> : <Icon name="upload" size={28} />}
        <b>{reading ? `${t.reading} ${reading}` : t.drop}</b>
        <span>{t.dropHint}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t.choose}
        accept=".xlsx,.xlsm,.csv,.txt"
        onChange={({ target }) => {
          send(target.files?.[0])
          target.value = ''
        }}
      />
      {error && (
        <p className="imp-error" role="alert">
          <Icon name="alert" size={18} /> {say(error)}
        </p>
      )}
      <p className="imp-keeps">
        <Icon name="shield" size={16} /> {t.keeps}
      </p>
    </div>
  )
}
