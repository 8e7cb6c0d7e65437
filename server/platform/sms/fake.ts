/** Text messages kept in memory, for tests: what was sent, in order. */
import type { Sms, SmsMessage } from './sms.ts'

export type FakeSms = Sms & { sent: SmsMessage[] }

export function createFakeSms(): FakeSms {
  const sent: SmsMessage[] = []
  return {
    sent,
    async send(message) {
      if (!sent.some(({ messageId }) => messageId === message.messageId)) sent.push(message)
    },
  }
}
