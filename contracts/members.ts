/**
 * Party members as far as community work needs them: finding each other 双找, reporting in 双报到, showing oneself 亮身份.
 * Kept apart from everything else about people: no other reply says who is a member.
 */
export * from './members/desk.ts'
export * from './members/feedback.ts'
export * from './members/own.ts'
export * from './members/plates.ts'
export * from './members/words.ts'
