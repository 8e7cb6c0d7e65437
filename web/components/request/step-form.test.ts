/** Every step of the loop can be filled in and sent, and says everything that happened, in both languages. */
import { describe, expect, it } from 'vitest'
import { REQUEST_ACTIONS, type EventView } from '#contracts/requests.ts'
import { sentenceText } from '#web/texts/request.ts'
import { eventSentence, markOf } from './event-sentence.ts'
import { bodyOf, fieldsFor, instantOf, localOf, problemsOf, type StepValues } from './step-form.ts'

const now = new Date('2026-11-25T02:42:00Z')
const check = (fields: ReturnType<typeof fieldsFor>, values: StepValues, photos = 0) =>
  problemsOf(fields, values, { photos, now })

describe('fields of a step', () => {
  it('evidence is words or a photo, and asks for its words only once', () => {
    const fields = fieldsFor({ action: 'finish', needs: ['evidence', 'cause'] }, {})
    expect(fields.map(({ field }) => field)).toEqual(['outcome', 'cause', 'evidence'])
    expect(check(fields, { cause: 'wear' })).toEqual({ evidence: 'text_or_photo_required' })
    expect(check(fields, { cause: 'wear' }, 1)).toEqual({})
    expect(check(fields, { cause: 'wear', note: '换了灯' })).toEqual({})
  })

  it('a call-back asks what was said only when somebody was reached', () => {
    const allowed = { action: 'callBack', needs: ['reached'] } as const
    const names = (values: StepValues) =>
      fieldsFor({ ...allowed, needs: [...allowed.needs] }, values).map(({ field }) => field)
    expect(names({ reached: false })).toEqual(['reached', 'note'])
    expect(names({ reached: true })).toEqual(['reached', 'solved', 'satisfied', 'stars', 'note'])
  })

  it('a whistle needs a task for everybody called', () => {
    const fields = fieldsFor({ action: 'whistle', needs: ['handler', 'coHandlers'] }, {})
    const values = { handler: { postId: 'a' }, coHandlers: [{ postId: 'b', task: ' ' }] }
    expect(check(fields, values)).toEqual({ coHandlers: 'field_required' })
  })

  it('a time that has passed is told at its field', () => {
    const fields = fieldsFor({ action: 'askTime', needs: ['until', 'note'] }, {})
    expect(check(fields, { until: '2026-11-24T00:00:00Z', note: '等材料' })).toEqual({ until: 'date_in_past' })
  })

  it('sends what was asked and filled in, nothing else', () => {
    const fields = fieldsFor({ action: 'confirm', needs: [] }, {})
    const values = { stars: 5, note: ' ', cause: 'wear' }
    expect(bodyOf({ action: 'confirm', seq: 7, fields, values, photoIds: [] })).toEqual({
      action: 'confirm',
      seq: 7,
      stars: 5,
    })
  })

  it('reads a clock of the place', () => {
    expect(instantOf('2026-11-25T18:00')).toBe('2026-11-25T10:00:00.000Z')
    expect(localOf('2026-11-25T10:00:00.000Z')).toBe('2026-11-25T18:00')
  })
})

const FACTS = {
  handler: '桂园物业工程班', coHandlers: ['片长', '楼栋长'], dueAt: '2026-11-25T10:00:00Z', until: '2026-11-30', level: 'weekendCouncil', kind: 'time',
  outcome: 'solved', reason: '经费未落实', category: '路灯', times: 2, joiners: 9, into: '2026-000123', title: '路灯不亮', reached: true, solved: true, satisfied: true, stars: 5,
} // prettier-ignore
const event = (action: EventView['action'], more: Partial<EventView> = {}): EventView => ({
  seq: 1, at: now.toISOString(), action, capacity: '桂园物业 工程班', mine: false, round: 1, internal: false, note: null, status: 'handling', facts: FACTS, photos: [], ...more,
}) // prettier-ignore

describe.each(['zh-CN', 'en'] as const)('sentences in %s', (lang) => {
  it.each(['submit', 'join', 'merged', ...REQUEST_ACTIONS] as const)('%s is said in words', (action) => {
    for (const mine of [true, false]) {
      const words = eventSentence(event(action, { mine }), { lang, now })
      expect(words.length).toBeGreaterThan(2)
      expect(words).not.toMatch(/undefined|null|\{|NaN|：$|: $/)
    }
    expect(markOf(event(action))).toBeTruthy()
  })
})

it('nobody is called satisfied for being silent, nor glad for an explanation', () => {
  expect(sentenceText.zh.closeSilently).toBeTruthy()
  const said = (outcome: string) =>
    eventSentence(event('confirm', { mine: true, facts: { outcome } }), { lang: 'zh-CN', now })
  expect(said('solved')).toBe('您说：解决了')
  expect(said('explained')).toBe('您说：说明白了')
  expect(said('notOurs')).not.toContain('解决')
})
