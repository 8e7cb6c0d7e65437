/** The code for a consent at the door: sent to the resident's own number after the notice was shown. */
import type { ConsentPurpose } from '#contracts/households.ts'
import { openDoorCode, type DoorCode } from '#modules/accounts/index.ts'
import { job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'

/** What the code is worth: this person, this purpose, nothing else. */
export const matterOf = (personId: string, purpose: ConsentPurpose): string => `consent/${personId}/${purpose}`

/** Snapshots are Chinese, as are the text messages of this country. */
const WORDS: Record<ConsentPurpose, string> = { reach: '记下怎么更好联系您', care: '记下您需要的照护帮助' }

type ToSend = Omit<DoorCode, 'validSeconds'> & { purpose: ConsentPurpose }

export const sendConsentCodeJob = ({ secrets, sms }: Pick<Services, 'secrets' | 'sms'>): Job<ToSend> =>
  job('households.sendConsentCode', async (tx, { purpose, ...sent }, { outboxId }) => {
    const { phone, code } = openDoorCode(secrets, tx.tenantId, sent)
    await sms.send({ phone, template: 'consentCode', words: { code, purpose: WORDS[purpose] }, messageId: outboxId })
  })
