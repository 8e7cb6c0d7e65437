/** Work of signing in that happens after the answer. */
import { job, type Job } from '#platform/outbox.ts'
import type { Services } from '#platform/services.ts'
import { CODE_LIFE_MS, attemptPhoneAt, codeSealedAt } from './codes.ts'
import { attemptToSend } from './code-queries.ts'

/** The code travels sealed: neither it nor the number lies open in the outbox. */
export type CodeToSend = { attemptId: string; codeSealed: string }

/** Sends a code by text message. One that is too late to be used is not sent. */
export const sendCodeJob = ({ secrets, sms }: Pick<Services, 'secrets' | 'sms'>): Job<CodeToSend> =>
  job('accounts.sendCode', async (tx, { attemptId, codeSealed }, { outboxId, now }) => {
    const attempt = await attemptToSend(tx, attemptId, now)
    if (!attempt) return
    await sms.send({
      phone: secrets.open(attempt.phoneSealed, attemptPhoneAt(tx.tenantId, attemptId)),
      template: 'code',
      words: {
        code: secrets.open(Buffer.from(codeSealed, 'base64'), codeSealedAt(tx.tenantId, attemptId)),
        minutes: String(CODE_LIFE_MS / 60_000),
      },
      messageId: outboxId,
    })
  })
