/** Messages inside WeChat kept in memory, for tests: what was sent, in order. */
import type { Wechat, WechatMessage } from './wechat.ts'

export type FakeWechat = Wechat & { sent: WechatMessage[] }

export function createFakeWechat(): FakeWechat {
  const sent: WechatMessage[] = []
  return {
    sent,
    async send(message) {
      if (!sent.some(({ messageId }) => messageId === message.messageId)) sent.push(message)
    },
  }
}
