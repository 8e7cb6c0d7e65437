/** Text messages onto the terminal: for the demo, for trying the product, and until a provider is set up. */
import { maskPhone } from '#platform/secrets.ts'
import type { Sms, SmsMessage } from './sms.ts'

/** `print` gets one line per message; the number is masked, the words are what its owner needs. */
export const createConsoleSms = (print: (line: string) => void = console.log): Sms => ({
  send: async (message) => print(lineOf(message)),
})

function lineOf({ phone, template, words }: SmsMessage): string {
  const to = maskPhone(phone)
  if (template === 'code') {
    return `短信 SMS → ${to}　验证码 code: ${words['code']}　（${words['minutes']} 分钟内有效 valid for ${words['minutes']} min）`
  }
  return `短信 SMS → ${to}　${template}: ${Object.values(words).join('　')}`
}
