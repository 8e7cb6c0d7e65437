/** Sending a request on its way, as data: the ways that are open, what is missing, and the step that is sent. Pure. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { AllowedAction, listHandlers, StepBody } from '#contracts/requests.ts'

/** 派一家, 接单池, 吹哨; a ruling on a returned or disputed one sends it to one, binding, with a reason. */
export type Way = 'one' | 'pool' | 'whistle' | 'rule'
export type Handler = ReplyOf<typeof listHandlers>[number]
export type JointMethod = NonNullable<StepBody['joint']>
export type CoHandler = { handler: Handler; task: string; /** ISO instant. */ dueAt?: string | undefined }
export type Dispatch = {
  way: Way
  lead?: Handler | undefined
  helpers: readonly CoHandler[]
  note: string
  publicWords: string
  /** 四联: the kind of joint working that a whistle runs as, if it is said. */
  joint?: JointMethod | undefined
}

const ACTION_OF = { one: 'dispatch', pool: 'offer', whistle: 'whistle', rule: 'rule' } as const

export function waysOf(allowed: readonly AllowedAction[]): Way[] {
  const open = (way: Way) => allowed.some(({ action, blocked }) => action === ACTION_OF[way] && blocked === null)
  return (['one', 'pool', 'whistle', 'rule'] as const).filter(open)
}

export const keyOfHandler = ({ organisationId, postId }: Handler): string => organisationId ?? postId ?? ''

const refOf = ({ organisationId, postId }: Handler) =>
  organisationId !== null ? { organisationId } : postId !== null ? { postId } : {}

export type Missing = 'handler' | 'helpers' | 'note'

/** What must still be said before it can be sent. The server checks again. */
export function missingIn({ way, lead, helpers, note }: Dispatch): Missing | undefined {
  if (way === 'pool') return undefined
  if (!lead) return 'handler'
  if (way === 'whistle' && (helpers.length === 0 || helpers.some(({ task }) => !task.trim()))) return 'helpers'
  return way === 'rule' && !note.trim() ? 'note' : undefined
}

export function bodyOf({ way, lead, helpers, note, publicWords, joint }: Dispatch, seq: number): StepBody {
  const words = publicWords.trim()
  return {
    action: ACTION_OF[way],
    seq,
    ...(note.trim() && { note: note.trim() }),
    ...(way !== 'pool' && lead && { handler: refOf(lead) }),
    ...(way === 'whistle' && joint && { joint }),
    ...(way === 'whistle' && {
      coHandlers: helpers.map(({ handler, task, dueAt }) => ({
        ...refOf(handler),
        task: task.trim(),
        ...(dueAt && { dueAt }),
      })),
    }),
    ...((way === 'one' || way === 'whistle') && words && { publicWords: words }),
  }
}
