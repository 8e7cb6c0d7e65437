/** 89.37 m² as people type it → 8937, without ever being a fraction; undefined for what is no area. */
export function centiOf(typed: string): number | undefined {
  const found = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').trim())
  if (!found) return undefined
  const centi = Number(`${found[1]}${(found[2] ?? '').padEnd(2, '0')}`)
  return centi > 0 ? centi : undefined
}
