/** A text message to one person about a request: the number is opened only here, at the moment of sending. */
import { openPerson, type SealedPerson } from '#modules/accounts/index.ts'
import { AppError } from '#platform/errors.ts'
import { job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'

export type TextPayload = {
  personId: string
  urgent: boolean
  action: string
  title: string
  place: string
  requestId: string
}

/** What enqueues it; its handler needs the shell's services and is made by sendTextJob. */
export const sendText: Job<TextPayload> = {
  name: 'requests.sendText',
  run: () => Promise.reject(new AppError('internal')),
}

export const sendTextJob = ({ sms, secrets }: Services): Job<TextPayload> =>
  job(sendText.name, async (tx, { personId, urgent, action, title, place }, { outboxId }) => {
    const person = await tx.one<SealedPerson>({
      name: 'text_phone',
      text: `SELECT id, key_sealed AS "keySealed", name_sealed AS "nameSealed", phone_sealed AS "phoneSealed"
               FROM person WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL`,
      values: [tx.tenantId, personId],
    })
    const phone = person && openPerson(secrets, tx.tenantId, person).phone
    if (!phone) return
    await sms.send({
      phone,
      template: urgent ? 'urgentCall' : 'requestStep',
      words: { title, place, action },
      messageId: outboxId,
    })
  })
