/** What is to be filled, in words: posts of one title are counted together, as people speak of them. */
type Seat = { title: string; seats: number }

export function seatsInWords(
  seats: readonly Seat[],
  words: (title: string, count: number) => string,
  mark: string,
): string {
  const counts = new Map<string, number>()
  for (const seat of seats) counts.set(seat.title, (counts.get(seat.title) ?? 0) + seat.seats)
  return [...counts].map(([title, count]) => words(title, count)).join(mark)
}
