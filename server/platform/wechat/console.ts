/** Messages inside WeChat onto the terminal, until a service account is set up. */
import type { Wechat } from './wechat.ts'

export const createConsoleWechat = (print: (line: string) => void = console.log): Wechat => ({
  send: async ({ openId, template, words, path }) =>
    print(`微信 WeChat → ${openId.slice(0, 4)}…　${template}: ${Object.values(words).join('　')}　${path}`),
})
