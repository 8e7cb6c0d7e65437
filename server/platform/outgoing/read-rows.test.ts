/** What other servers answer may be made to harm: it ends in rows of bounded, storable text, or in nothing. */
import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const NAMES = { container: 'service_requests', row: 'request' }
const read = (text: string) => readRows(text, NAMES)
const xml = (inside: string, head = '') => `<?xml version="1.0"?>${head}<service_requests><request>${inside}</request></service_requests>` // prettier-ignore

test('entities are not expanded: neither a billion laughs nor a file of ours', () => {
  const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
  expect(read(xml('<description>&l9;</description>', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]>`))).toBeNull()
  expect(read(xml('<description>&x;</description>', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'))).toBeNull() // prettier-ignore
})

test('depth ends somewhere, in both formats', () => {
  const deep = '{"a":'.repeat(100_000)
  expect(read(`[${deep}1${'}'.repeat(100_000)}]`)).toEqual([{}])
  expect(read('['.repeat(500_000))).toBeNull()
  expect(read(xml('<a>'.repeat(100_000)))).toBeNull()
})

test('a huge attribute or a huge field costs its own length and no more', () => {
  expect(read(xml(`<description big="${'x'.repeat(900_000)}">水</description>`))).toEqual([{ description: '水' }])
  expect(read(JSON.stringify([{ description: '水'.repeat(500_000) }]))?.[0]?.['description']).toHaveLength(20_000)
})

test('what PostgreSQL stores in no text does not come in, and no name reaches what objects are made of', () => {
  expect(read('[{"description":"a\\u0000b\\ud800c"}]')).toEqual([{ description: 'abc' }])
  expect(read('[{"__proto__":{"polluted":"1"},"constructor":"x"}]')?.[0]).not.toHaveProperty('polluted')
  expect({}).not.toHaveProperty('polluted')
})
