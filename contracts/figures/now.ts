/** What stands at this moment and what is due next, whatever the period. */
import Type from 'typebox'
import { Count, DayDate, endpoint, Id, Instant, nullable, shape } from '../endpoint.ts'

export const figuresStuck = endpoint({
  method: 'GET',
  path: '/api/figures/stuck',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'What sticks now: past its time and not moving, by who has it and at which step',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: shape({
    asOf: Instant,
    rows: Type.Array(
      shape({
        organisationId: nullable(Id),
        /** 社区自办 when nobody has it yet. */
        name: Type.String(),
        waitingToSend: Count,
        waitingToTake: Count,
        handling: Count,
        waitingForWord: Count,
        onLadder: Count,
        oldestDueAt: nullable(Instant),
      }),
    ),
  }),
})

export const figuresForecast = endpoint({
  method: 'GET',
  path: '/api/figures/forecast',
  access: 'figures.view',
  key: 'figures.read',
  summary: 'Deadlines of the next seven days beside what is usually done on such a day',
  query: shape({ placeId: Type.Optional(Id) }),
  reply: shape({
    overdue: Count,
    days: Type.Array(
      shape({
        on: DayDate,
        workday: Type.Boolean(),
        due: Count,
        /** Of these, not even taken on. */
        notTakenOn: Count,
        /** Median of what was done on this day of the week in the last eight weeks; null: no history. */
        usuallyDone: nullable(Count),
        /** Expected to be still open at the end of that day beyond its deadline, at the usual pace. */
        expectedLate: Count,
      }),
    ),
  }),
})
