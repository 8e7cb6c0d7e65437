/** Five tints say which area, never which state; the sixth area begins again. */
export const tintOf = (at: number): 1 | 2 | 3 | 4 | 5 => TINTS[at % TINTS.length] ?? 1
const TINTS = [1, 2, 3, 4, 5] as const
