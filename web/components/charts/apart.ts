/** Words at the ends of lines, moved so that none lies on another: each at least `gap` from the next, in their order, none lower than `most`. */
export function apartBy(wanted: readonly number[], gap: number, most = Infinity): number[] {
  const order = wanted.map((y, at) => ({ y, at })).sort((a, b) => a.y - b.y)
  for (const [nth, one] of order.entries()) {
    const above = order[nth - 1]
    if (above && one.y - above.y < gap) {
      const push = (gap - (one.y - above.y)) / 2
      for (const earlier of order.slice(0, nth)) earlier.y -= push
      one.y = above.y + gap
    }
  }
  const over = Math.max(0, (order.at(-1)?.y ?? 0) - most)
  return wanted.map((_, at) => (order.find((one) => one.at === at)?.y ?? 0) - over)
}
