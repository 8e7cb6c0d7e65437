/** The pack of answers, as plain data: what the demo fills cards and plates with. */
export { FREE_TIMES, SKILLS, WANTS } from './choices.ts'
