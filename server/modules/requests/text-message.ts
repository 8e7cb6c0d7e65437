/** A text message to one person about a request: the number is opened only here, at the moment of sending. */
import { personPhoneAt } from '#modules/accounts/index.ts'
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
    const person = await tx.one<{ phone_sealed: Buffer | null }>({
      name: 'text_phone',
      text: 'SELECT phone_sealed FROM person WHERE tenant_id = $1 AND id = $2 AND disabled_at IS NULL',
      values: [tx.tenantId, personId],
    })
    if (!person?.phone_sealed) return
    const phone = secrets.open(person.phone_sealed, personPhoneAt(tx.tenantId, personId))
    await sms.send({
      phone,
      template: urgent ? 'urgentCall' : 'requestStep',
      words: { title, place, action },
      messageId: outboxId,
    })
  })
