/** Which of the five tints a grid of a plan has: the same on the map and in the table beside it. */
const TINTS = [1, 2, 3, 4, 5] as const

/** Colours come back after five; neighbours of one colour are told apart by the table and the tapped building. */
export const tintOf = (at: number) => TINTS[at % TINTS.length] ?? 1
