/**
 * The life of a pairing. Read LIFECYCLE as a table: nobody is paired without having accepted, either side may end it, and
 * declining costs nothing. Source: Regulations on Volunteer Service art. 25; docs/capabilities/planner.md, "Pairing".
 */
import type { PairingAction, PairingStatus } from '#contracts/pairings.ts'
import { AppError } from '#platform/errors.ts'
import type { Relation } from './policy.ts'

type Transition = {
  from: PairingStatus
  to: PairingStatus
  by: readonly Relation[]
  /** The pairing begins or ends on the day of the step. */
  day?: 'fromOn' | 'toOn'
}

// prettier-ignore
export const LIFECYCLE: Record<PairingAction, Transition> = {
  accept:   { from: 'proposed', to: 'accepted', by: ['member'], day: 'fromOn' },
  decline:  { from: 'proposed', to: 'declined', by: ['member'] },
  withdraw: { from: 'proposed', to: 'ended',    by: ['planner'] },
  end:      { from: 'accepted', to: 'ended',    by: ['member', 'household', 'planner'], day: 'toOn' },
}
const ACTIONS = Object.keys(LIFECYCLE) as PairingAction[] // keys of a Record over PairingAction

/** What these relations may do now. */
export const allowedActions = (status: PairingStatus, relations: readonly Relation[]): PairingAction[] =>
  ACTIONS.filter((action) => LIFECYCLE[action].from === status && actorOf(action, relations))

export type PairingChange = {
  status: PairingStatus
  fromOn?: string
  toOn?: string
  endedBy: Relation | null
  reason: string | null
}
/** The household has this member from now on: whoever had it before stands back. */
export const takesOver = ({ status }: PairingChange): boolean => status === 'accepted'

type Step = { action: PairingAction; reason?: string }

/**
 * What one step changes. Touches nothing.
 *
 * @throws not_permitted, step_not_available
 */
export function decide(
  status: PairingStatus,
  relations: readonly Relation[],
  step: Step,
  today: string,
): PairingChange {
  const { from, to, day } = LIFECYCLE[step.action]
  const by = actorOf(step.action, relations)
  if (!by) throw new AppError('not_permitted', { action: step.action })
  if (from !== status) throw new AppError('step_not_available', { action: step.action, status })
  return {
    status: to,
    ...(day && { [day]: today }),
    endedBy: to === 'ended' ? by : null,
    reason: step.reason ?? null,
  }
}

const actorOf = (action: PairingAction, relations: readonly Relation[]) =>
  LIFECYCLE[action].by.find((relation) => relations.includes(relation))
