/**
 * Passwords that everybody tries first: a list, and what people make of its words when a rule asks for more.
 *
 * The list is that of common-passwords.list.ts; OURS adds what is usual here. Source: OWASP ASVS 5.0 6.2.4 (top 3,000) and 6.2.11 (words of the context).
 */
import { gunzipSync } from 'node:zlib'
import { PACKED } from './common-passwords.list.ts'

// prettier-ignore
const OURS = [
  'linli', 'shequ', 'xiaoqu', 'jiedao', 'wangge', 'wanggeyuan', 'dangyuan', 'zhibu', 'wuye', 'yezhu', 'juweihui', 'guizhou', 'zunyi',
  'admin', 'administrator', 'guanli', 'guanliyuan', 'xitong', 'root', 'welcome', 'huanying', 'changeme', 'passwd', 'mima', 'wodemima',
  'woaini', 'woaizhongguo', 'woaiwojia', 'zhongguo', 'beijing', 'shanghai', 'wangwei', 'zhangwei', 'liwei', 'nihao', 'aini', 'iloveyou',
]

const listed = gunzipSync(Buffer.from(PACKED, 'base64')).toString('utf8')
export const COMMON: ReadonlySet<string> = new Set([...listed.split('\n').filter(Boolean), ...OURS])
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '!@#$%^&*()_+',
]
const FEWEST_DISTINCT = 5
/** Digits alone are a phone number, a birthday or a certificate number up to this length. */
const LONGEST_NUMBER = 18

/** @param username in the form of plainUsername; may be empty */
export function isCommon(password: string, username: string): boolean {
  const text = password.toLowerCase()
  const word = withoutEnds(text)
  return (
    COMMON.has(text) ||
    COMMON.has(word) ||
    COMMON.has(plainLetters(word)) ||
    (username.length > 2 && text.includes(username)) ||
    (/^\d+$/.test(text) && text.length <= LONGEST_NUMBER) ||
    new Set(text).size < FEWEST_DISTINCT ||
    /^(.{1,6})\1+$/u.test(text) ||
    ROWS.some((row) => isRun(text, row) || (word.length >= 4 && isRun(word, row)))
  )
}

/** dragon2024!! → dragon: digits and signs put around a word do not make it another. */
const withoutEnds = (text: string) => text.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
/** p@ssw0rd → password */
const LETTER_OF: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'l',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}
const plainLetters = (text: string) => text.replace(/[@431!0$57]/g, (sign) => LETTER_OF[sign] ?? sign)

/** Keys or letters in a row, forwards or backwards. */
function isRun(text: string, row: string): boolean {
  const backwards = [...row].toReversed().join('')
  return row.includes(text) || backwards.includes(text)
}
