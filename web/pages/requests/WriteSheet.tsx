/** Words or photos for an answer that needs them: 没修好, 回一句, 说进展. */
import { useState } from 'react'
import { Button } from '#web/components/Button.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { useText } from '#web/platform/i18n.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { homeText } from '#web/texts/home.ts'

type Words = { note?: string; photoIds?: string[] }
type Props = {
  open: boolean
  title: string
  onClose: () => void
  onSend: (words: Words) => void
  busy: boolean
  error: string | undefined
}

export function WriteSheet({ open, title, onClose, onSend, busy, error }: Props) {
  const t = useText(homeText).write
  const [note, setNote] = useState('')
  const photos = usePhotos()
  const words = note.trim()
  const send = () => onSend({ ...(words && { note: words }), ...(photos.ids.length > 0 && { photoIds: photos.ids }) })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={title}
      footer={
        <Button
          kind="accent"
          onClick={send}
          busy={(busy || photos.sending) && t.sending}
          blocked={!words && photos.all.length === 0 && t.needed}
        >
          {t.send}
        </Button>
      }
    >
      <TextArea label={t.words} value={note} onChange={setNote} maxLength={2000} rows={3} error={error} />
      <div className="write-photos">
        <PhotoPicker photos={photos} label={t.photos} look="row" />
      </div>
    </Sheet>
  )
}
