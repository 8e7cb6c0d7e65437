/**
 * Invented names. Surnames are weighted about as common as they are; given names are ordinary for their
 * generation, and a few people have rare characters, which every page, print and search must survive.
 */
import type { Random } from './random.ts'

const SURNAMES: readonly (readonly [string, number])[] = [
  ...weights('王李张刘陈杨黄赵吴周', 14),
  ...weights('徐孙马朱胡郭何林罗高', 8),
  ...weights(
    '郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏韦方邹熊白孟秦邱江尹薛闫段雷侯龙史黎贺顾毛郝龚邵万',
    2,
  ),
  ...weights('翟逯戚鲍邬臧麻仇谌亓', 0.4),
  ['欧阳', 0.6],
  ['上官', 0.3],
  ['司徒', 0.3],
  ['夏侯', 0.2],
]

const OLDER_WOMEN =
  '秀英 桂兰 玉珍 淑芬 凤英 素华 春兰 腊梅 菊香 金凤 月娥 翠莲 惠芳 玉梅 桂芝 美珍 兰芳 爱华 素珍 巧云'.split(' ')
const OLDER_MEN =
  '建国 德福 志强 国梁 长根 家旺 怀民 永贵 正清 立群 保田 学文 树林 金生 炳南 承志 宝山 福全 文斌 兴业'.split(' ')
const YOUNGER_WOMEN =
  '敏 静 晓燕 丽娟 雪梅 佳怡 思雨 婷婷 梦洁 雅琴 若溪 子涵 文静 晓彤 欣然 诗琪 明月 晨曦 书瑶 安琪 可 盈盈'.split(' ')
const YOUNGER_MEN =
  '伟 强 磊 晓峰 志远 俊杰 浩然 子轩 宇航 鹏程 文博 海涛 一鸣 思源 泽宇 家豪 明哲 凯 旭东 振华 立新 博文'.split(' ')
/** 骉 three horses, 㛃 neat (outside the first Unicode block), 䶮 high and bright, 𬱖 quiet (a surrogate pair). */
const RARE = ['骉', '㛃', '䶮', '𬱖', '玥颋', '喆', '犇', '翀', '垚', '旻昱']

export type Generation = 'older' | 'younger'

export function makeName(random: Random, generation: Generation): string {
  const surname = random.weighted(SURNAMES)
  if (random.chance(0.008)) return surname + random.pick(RARE)
  const woman = random.chance(0.51)
  const given = generation === 'older' ? (woman ? OLDER_WOMEN : OLDER_MEN) : woman ? YOUNGER_WOMEN : YOUNGER_MEN
  return surname + random.pick(given)
}

/** Numbers from a block that no operator has been given: 160 0000 0001 upwards. */
export function phoneMaker(): () => string {
  let next = 0
  return () => `160${String(++next).padStart(8, '0')}`
}

function weights(characters: string, weight: number): [string, number][] {
  return [...characters].map((character) => [character, weight])
}
