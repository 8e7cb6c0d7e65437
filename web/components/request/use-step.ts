/**
 * One step being written: its values, photos, what is missing, and the sending. A refusal on an older state
 * (`request_moved_on`) refreshes the page, keeps what was written and says so once.
 */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { takeStep, viewRequest, type AllowedAction, type RequestView, type StepBody } from '#contracts/requests.ts'
import { useNow } from '#web/platform/now.ts'
import { refresh, keyOf, topicOf, useCommand } from '#web/platform/query.ts'
import { usePhotos } from '#web/platform/use-photos.ts'
import { useProblem } from '#web/texts/errors.ts'
import { bodyOf, fieldOf, fieldsFor, problemsOf, type StepField, type StepValues } from './step-form.ts'

export type StepForm = ReturnType<typeof useStep>
type Options = { start?: StepValues; onDone?: (after: RequestView) => void }
type About = Pick<RequestView, 'id' | 'seq'>

/** States that changed under the writer's hands: the page must show the new one before anything is sent again. */
const MOVED = ['request_moved_on', 'step_not_available', 'already_claimed']

export function useStep(request: About, allowed: AllowedAction, { start = {}, onDone }: Options = {}) {
  const client = useQueryClient()
  const say = useProblem()
  const now = useNow()
  const photos = usePhotos()
  const [values, setValues] = useState<StepValues>(start)
  const [attempts, setAttempts] = useState(0)
  const command = useCommand(takeStep, {
    onDone: (after) => {
      client.setQueryData(keyOf(viewRequest, { params: { id: request.id } }), after)
      onDone?.(after)
    },
  })
  const fields = fieldsFor(allowed, values)
  const problems = problemsOf(fields, values, { photos: photos.all.length, now })
  const refused = fieldOf(command.error?.field, fields)
  const moved = MOVED.includes(command.error?.code ?? '')

  const errorOf = (field: StepField): string | undefined => {
    const problem = attempts > 0 ? problems[field] : undefined
    if (problem) return say({ code: problem })
    return command.error && refused === field ? say(command.error) : undefined
  }

  async function send(more: Partial<StepBody> = {}) {
    setAttempts((before) => before + 1)
    if (Object.keys(problemsOf(fields, { ...values, ...more }, { photos: photos.all.length, now })).length > 0) return
    const body = bodyOf({
      action: allowed.action,
      seq: request.seq,
      fields,
      values: { ...values, ...more },
      photoIds: photos.ids,
    })
    command.send({ params: { id: request.id }, body })
  }

  return {
    allowed,
    fields,
    values,
    set: (change: StepValues) => setValues((before) => ({ ...before, ...change })),
    photos,
    errorOf,
    /** A refusal that belongs to no field; where the request moved on the page says so itself. */
    error: command.error && !refused && !moved ? say(command.error) : undefined,
    moved,
    /** Brings the latest state; what was written stays. */
    reload: () => refresh(client, topicOf(viewRequest.path)),
    /** How often it was sent or tried to: the fields then show what is missing. */
    attempts,
    busy: command.busy,
    /** Photos that are still on their way. */
    waiting: photos.sending,
    send,
    reset: command.reset,
  }
}
