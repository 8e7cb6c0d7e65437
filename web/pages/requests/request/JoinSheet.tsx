/** 我也关注: the same trouble at my place; with a few words and photos if one likes. */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { joinRequest, viewRequest, type RequestView } from '#contracts/requests.ts'
import { Answers } from '#web/components/Answers.tsx'
import { Button } from '#web/components/Button.tsx'
import { TextArea } from '#web/components/Field.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { keyOf, useCommand } from '#web/platform/query.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { useProblem } from '#web/texts/errors.ts'
import { requestText } from '#web/texts/request.ts'
import { stepText } from '#web/texts/steps.ts'

type JoinProps = { request: RequestView; open: boolean; onClose: () => void }

export function JoinSheet({ request, open, onClose }: JoinProps) {
  const t = useText(requestText)
  const steps = useText(stepText)
  const say = useProblem()
  const client = useQueryClient()
  const photos = usePhotos()
  const [note, setNote] = useState('')
  const join = useCommand(joinRequest, {
    onDone: (after) => {
      client.setQueryData(keyOf(viewRequest, { params: { id: request.id } }), after)
      toast(t.joinDone)
      onClose()
    },
  })
  const send = () =>
    join.send({
      params: { id: request.id },
      body: { ...(note.trim() && { note: note.trim() }), ...(photos.ids.length > 0 && { photoIds: photos.ids }) },
    })
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t.joinTitle}
      footer={
        <Answers>
          <Button onClick={onClose}>{steps.cancel}</Button>
          <Button kind="accent" busy={join.busy ? t.joining : photos.sending && steps.waitForPhotos} onClick={send}>
            {t.join}
          </Button>
        </Answers>
      }
    >
      <p className="sheet-text request-after">{t.joinAfter}</p>
      <TextArea label={t.joinNote} optional value={note} onChange={setNote} maxLength={1000} />
      <PhotoPicker photos={photos} label={steps.photos} look="row" />
      {join.error && (
        <p className="request-moved" role="alert">
          {say(join.error)}
        </p>
      )}
    </Sheet>
  )
}
