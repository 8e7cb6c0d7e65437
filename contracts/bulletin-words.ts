/**
 * Names of what a bulletin shows, and how each was counted, in both languages: said by the page, the print and the PDF alike.
 * Source of the definitions: contracts/figures.ts, docs/capabilities/bulletins.md.
 */
import type { BulletinKind, FilledBlock } from './bulletins.ts'
import type { Measure, RateCode } from './figures.ts'

export type Said = { zh: string; en: string }

/** Shown in this order. */
// prettier-ignore
export const RATE_WORDS = {
  response:  { name: { zh: '响应率', en: 'Response' }, how: { zh: '受理后按时联系到报件人的，占应联系的', en: 'Reporters contacted in time, of those due a contact' } },
  solved:    { name: { zh: '解决率', en: 'Solved' }, how: { zh: '报件人说解决了的，占听到回音的', en: 'Said to be solved, of reporters who were heard' } },
  satisfied: { name: { zh: '满意率', en: 'Satisfied' }, how: { zh: '报件人说满意的，占听到回音的；没有回音不算满意', en: 'Satisfied, of reporters who were heard; silence is not satisfaction' } },
  onTime:    { name: { zh: '按期办结率', en: 'Done on time' }, how: { zh: '在时限内办好的，占结案的；撤回等不计', en: 'Done within the promised time, of what was closed; withdrawn and the like left out' } },
  reopened:  { name: { zh: '重新办理率', en: 'Handled again' }, how: { zh: '办过不止一轮的，占结案的', en: 'Took more than one round, of what was closed' } },
  repeated:  { name: { zh: '重复反映率', en: 'Reported again' }, how: { zh: '同一件事又有人报的，占收到的', en: 'Reported again by others, of what was received' } },
} satisfies Partial<Record<RateCode, { name: Said; how: Said }>>
export const SHOWN_RATES = Object.keys(RATE_WORDS) as (keyof typeof RATE_WORDS)[] // the keys of a constant

// prettier-ignore
export const COUNT_WORDS = {
  received:  { zh: '收到', en: 'Received' },
  closed:    { zh: '结案', en: 'Closed' },
  solved:    { zh: '其中已解决', en: 'of these solved' },
  explained: { zh: '其中已解释', en: 'of these explained' },
  bySilence: { zh: '默认结案（没有回音，另计）', en: 'Closed by silence (counted apart)' },
  exempted:  { zh: '经批准延时、暂停、挂账（另计）', en: 'Extended, paused or shelved with approval (counted apart)' },
  onTheSpot: { zh: '当场处置', en: 'Settled on the spot' },
} satisfies Partial<Record<Measure, Said>>
export const SHOWN_COUNTS = Object.keys(COUNT_WORDS) as (keyof typeof COUNT_WORDS)[] // the keys of a constant

export const KIND_WORDS: Record<BulletinKind, Said> = {
  weekly: { zh: '每周通报', en: 'Weekly bulletin' },
  monthly: { zh: '每月通报', en: 'Monthly bulletin' },
  wall: { zh: '小区墙报', en: 'Wall newspaper' },
}
/** The heading that a filled block begins with; a person may write another. */
export const BLOCK_WORDS: Record<FilledBlock, Said> = {
  figures: { zh: '办得怎么样', en: 'How it went' },
  chart: { zh: '收到和结案', en: 'Received and closed' },
  places: { zh: '各处情况', en: 'Place by place' },
  solved: { zh: '办好的事', en: 'What was put right' },
  overdue: { zh: '超时未办，在谁手里', en: 'Overdue, and with whom' },
  ladder: { zh: '上会研究的难题', en: 'Taken up by meetings' },
  doing: { zh: '正在办的事', en: 'In hand' },
  thanks: { zh: '谢谢邻里', en: 'Thanks to neighbours' },
}
export const LADDER_WORDS: Record<string, Said> = {
  areaDispatch: { zh: '片区调度会', en: 'Area dispatch meeting' },
  weekendCouncil: { zh: '周末议事会', en: 'Weekend council' },
  jointConference: { zh: '党建联席会', en: 'Joint conference' },
}
export const NOBODY_YET: Said = { zh: '社区（还没有派出）', en: 'The community (not yet sent)' }
