/**
 * Requests: anything somebody wants done, from any channel, in one loop with rounds.
 *
 * What each action does is the table in server/modules/requests/lifecycle.ts; pages draw their buttons from `allowedActions`.
 */
export * from './requests/categories.ts'
export * from './requests/desk.ts'
export * from './requests/one.ts'
export * from './requests/own.ts'
export * from './requests/steps.ts'
export * from './requests/views.ts'
export * from './requests/words.ts'
