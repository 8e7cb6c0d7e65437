/** The calendar date in the place’s zone, as a date field writes it. */
const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

export const dayInShanghai = (at: Date): string => format.format(at)
