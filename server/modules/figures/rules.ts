/** The pure part of figures, for rules and for those who play histories through them; nothing behind it reads or writes. */
export { difference, type Change } from './counted.ts'
export { CLOCK_BITS } from './measures.ts'
