/** Numbers written in Chinese, everyday (十二, 三〇一) or formal (拾贰, 叁零壹), as on door plates and in ledgers. */

const VALUES = new Map(
  ['〇零', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((signs, value) =>
    [...signs].map((sign): [string, number] => [sign, value]),
  ),
)
const WORTH = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
])

/** 十二 and 一百零三 by their worth, 三〇一 digit by digit; anything that is not such a number stays as it is. */
export function readNumber(text: string): string {
  const signs = [...text]
  if (!signs.every((sign) => VALUES.has(sign) || WORTH.has(sign))) return text
  if (!signs.some((sign) => WORTH.has(sign))) return signs.map((sign) => VALUES.get(sign)).join('')
  let [sum, digit] = [0, 0]
  for (const sign of signs) {
    const worth = WORTH.get(sign)
    if (worth === undefined) digit = VALUES.get(sign) ?? 0
    else {
      sum += (digit || 1) * worth // 十二 says no 一
      digit = 0
    }
  }
  return String(sum + digit)
}
