/** When the silent period ends: a week after the work was said to be done. */
import type { RequestRow, RequestView } from '#contracts/requests.ts'

const SILENT_DAYS = 7 // customary; server/modules/requests/guards.ts, SILENT_DAYS

export const silentEnd = ({ finishedAt }: Pick<RequestRow, 'finishedAt'>): Date | null =>
  finishedAt ? new Date(new Date(finishedAt).getTime() + SILENT_DAYS * 86_400_000) : null

/** As the server wrote it into the step, where the story is at hand. */
export function silentEndOf(request: RequestView): Date | null {
  const told = request.events.findLast(({ action }) => action === 'finish')?.facts['silentAt']
  return typeof told === 'string' ? new Date(told) : silentEnd(request)
}
