/** A person's name: Chinese, of a minority with its dot, or foreign. Numbers, addresses and several people are none. */
const NAME = /^[\p{Script=Han}·\p{L} .'’-]{1,40}$/u
const FURTHER = /[;；,，、/]/
/** 张三1: ledgers count people of one name. */
const COUNTED = /^(\p{Script=Han}{2,4})\d{1,2}$/u

export function readName(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[•・‧．]/g, '·')
    .trim()
  const joined = /^\p{Script=Han}[\p{Script=Han}\s]*$/u.test(plain)
    ? plain.replaceAll(/\s/g, '')
    : plain.replaceAll(/\s+/g, ' ')
  if (COUNTED.test(joined)) return joined
  return NAME.test(joined) && !FURTHER.test(joined) && !/^(无|空|空置|未知|不详|暂无|户主|业主)$/.test(joined)
    ? joined
    : undefined
}

/** 空置, 无, /: nobody, rather than a name that cannot be read. */
export const isNobody = (text: string): boolean => /^(无|空|空置|空房|未售|暂无|不详|未知|[/\-—]+)$/.test(text.trim())
