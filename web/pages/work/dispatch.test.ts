import { describe, expect, test } from 'vitest'
import type { AllowedAction } from '#contracts/requests.ts'
import { bodyOf, missingIn, waysOf, type Dispatch, type Handler } from './dispatch.ts'

const handler = (name: string, more: Partial<Handler> = {}): Handler => ({
  organisationId: `org-${name}`,
  postId: null,
  name,
  kind: 'propertyCompany',
  openCount: 6,
  sameKindDone: 11,
  suggested: false,
  ...more,
})
const property = handler('桂园物业工程班')
const area = handler('第四片区片长', { organisationId: null, postId: 'post-4' })
const whistle: Dispatch = {
  way: 'whistle',
  lead: property,
  helpers: [{ handler: area, task: ' 现场围挡 ', dueAt: '2026-11-25T04:00:00Z' }],
  note: '',
  publicWords: '两家一起来看。',
}

describe('dispatch', () => {
  test('offers only the ways the server allows now', () => {
    const allowed = (action: AllowedAction['action'], blocked: string | null = null): AllowedAction => ({
      action,
      needs: [],
      blocked,
      until: null,
    })
    expect(waysOf([allowed('accept'), allowed('offer'), allowed('dispatch'), allowed('whistle', 'x')])).toEqual([
      'one',
      'pool',
    ])
    expect(waysOf([allowed('progress')])).toEqual([])
  })

  test('a whistle names its lead and each helper with task and hour', () => {
    expect(bodyOf(whistle, 7)).toEqual({
      action: 'whistle',
      seq: 7,
      handler: { organisationId: 'org-桂园物业工程班' },
      coHandlers: [{ postId: 'post-4', task: '现场围挡', dueAt: '2026-11-25T04:00:00Z' }],
      publicWords: '两家一起来看。',
    })
  })

  test('the pool carries neither handler nor promise', () => {
    expect(bodyOf({ ...whistle, way: 'pool' }, 7)).toEqual({ action: 'offer', seq: 7 })
  })

  test.each([
    [whistle, undefined],
    [{ ...whistle, helpers: [] }, 'helpers'],
    [{ ...whistle, helpers: [{ handler: area, task: ' ' }] }, 'helpers'],
    [{ ...whistle, lead: undefined }, 'handler'],
    [{ ...whistle, way: 'rule' as const }, 'note'],
    [{ ...whistle, way: 'pool' as const, lead: undefined }, undefined],
  ])('says what is missing %#', (dispatch, missing) => expect(missingIn(dispatch)).toBe(missing))
})
