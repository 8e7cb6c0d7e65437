/**
 * A text as it is compared with others: what it speaks of, without where in the compound. 12 栋二单元楼下 stands in half of all
 * reports and makes none of them the same matter; the compound is compared apart. Pure.
 */

/** 12 栋, 三号楼, 二单元, 301 室, 五楼, with what stands beside it: 东侧, 门口, 楼下, 后面. */
const DOORS =
  /[\d一二三四五六七八九十两]+\s*(?:号楼|号院|栋|幢|座|单元|层|楼(?!道|梯)|室|号)(?:的)?(?:[东南西北]?[侧边面门头]|前面?|后面?|旁边?|楼下|楼上|门口|顶楼|附近|对面)?/gu

/** Full and half width, case, digits and punctuation make no difference; of a number only that it is one. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(DOORS, ' ')
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{Script=Han}a-z0]+/gu, ' ')

/** The same for words that are shown: letters and digits as they were written. */
export const shownWords = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(DOORS, ' ')
    .split(/[^\p{Script=Han}\p{L}\p{N}]+/u)
    .filter(Boolean)
