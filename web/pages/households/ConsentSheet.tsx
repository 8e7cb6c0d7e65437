/** Asking at the door: the same notice as on the phone, then the resident's code, or the photo of a signed page. */
import { useState } from 'react'
import type { ReplyOf } from '#contracts/endpoint.ts'
import { CONSENT_PURPOSES, NOTICE_VERSIONS, recordConsent, sendConsentCode, type ConsentPurpose, type HouseholdFile } from '#contracts/households.ts' // prettier-ignore
import { Button } from '#web/components/Button.tsx'
import { Choice } from '#web/components/Choice.tsx'
import { TextField } from '#web/components/Field.tsx'
import { PhotoPicker } from '#web/components/PhotoPicker.tsx'
import { Sheet } from '#web/components/Sheet.tsx'
import { toast } from '#web/components/Toast.tsx'
import { useText } from '#web/platform/i18n.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { useCommand } from '#web/platform/query.ts'
import { useProblem } from '#web/texts/errors.ts'
import { householdsText } from '#web/texts/households.ts'
import { householdWords } from '#web/texts/householdWords.ts'
import { Notice } from './Notice.tsx'

const WAYS = ['code', 'paper', 'guardian'] as const
type Way = (typeof WAYS)[number]

export function ConsentSheet({ file: { homePlaceId, people }, onClose }: { file: HouseholdFile; onClose: () => void }) {
  const t = useText(householdsText)
  const words = useText(householdWords)
  const say = useProblem()
  const [personId, setPerson] = useState(people[0]?.personId ?? '')
  const [purpose, setPurpose] = useState<ConsentPurpose>('reach')
  const [by, setBy] = useState<Way>('code')
  const [code, setCode] = useState('')
  const photos = usePhotos()
  const photoId = photos.ids[0]
  const [sent, keep] = useState<ReplyOf<typeof sendConsentCode>>()
  const send = useCommand(sendConsentCode, { onDone: keep })
  const record = useCommand(recordConsent, { onDone: () => (toast(t.recorded), onClose()) })
  const { attemptId, phoneMasked } = sent ?? {}
  const ready = by === 'code' ? Boolean(attemptId) && /^\d{6}$/.test(code) : Boolean(photoId)
  const proof = by === 'code' ? { ...(attemptId && { attemptId }), code } : { ...(photoId && { photoId }) }
  const labels: Record<Way, string> = { code: t.byCode, paper: t.byPaper, guardian: t.byGuardian }
  const error = record.error ?? send.error
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.consentTitle}
      footer={
        <Button
          kind="accent"
          busy={record.busy && t.saving}
          blocked={!ready && (by === 'code' ? t.code : t.paperPhoto)}
          onClick={() =>
            record.send({
              params: { homePlaceId },
              body: { personId, purpose, noticeVersion: NOTICE_VERSIONS[purpose], by, ...proof },
            })
          }
        >
          {t.recordIt}
        </Button>
      }
    >
      <div className="hh-form">
        <Choice
          label={t.keepWhom}
          value={personId}
          onChange={(next) => (setPerson(next), keep(undefined))}
          options={people.map((one) => ({ value: one.personId, label: one.name }))}
        />
        <Choice
          label={t.purpose}
          value={purpose}
          onChange={(next) => (setPurpose(next), keep(undefined))}
          options={CONSENT_PURPOSES.map((one) => ({ value: one, label: words.notices[one].title }))}
          hint={t.consentStep}
        />
        <Notice purpose={purpose} />
        <Choice
          label={t.consentBy}
          value={by}
          onChange={setBy}
          options={WAYS.map((one) => ({ value: one, label: labels[one] }))}
          error={error ? say(error) : undefined}
        />
        {by === 'code' && !attemptId && (
          <Button
            busy={send.busy && t.saving}
            onClick={() => send.send({ params: { homePlaceId }, body: { personId, purpose } })}
          >
            {t.sendCode}
          </Button>
        )}
        {by === 'code' && attemptId && (
          <TextField
            label={t.code}
            value={code}
            onChange={(next) => setCode(next.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 6))}
            inputMode="numeric"
            autoComplete="one-time-code"
            hint={t.codeSent((phoneMasked ?? '').replaceAll('*', '＊'))}
          />
        )}
        {by !== 'code' && <PhotoPicker photos={photos} label={t.paperPhoto} look="row" hint={t.paperHint} />}
      </div>
    </Sheet>
  )
}
