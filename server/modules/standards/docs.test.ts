/** docs/capabilities/standards-table.md is the pack, printed: `npx vitest run server/modules/standards/docs.test.ts -u`. */
import { expect, test } from 'vitest'
import { PACK } from './pack/index.ts'

const WEIGHTS = { must: 'must', should: 'should', advise: 'advised', information: 'told' }
const numberOf = (usual: number | readonly string[]) => (typeof usual === 'number' ? String(usual) : usual.join('、'))

const page = [
  '# Standards of the check-up',
  '',
  'Printed from `server/modules/standards/pack`; how they are read: [standards.md](standards.md).',
  '',
  '| rule | standard | weight | numbers | source |',
  '| --- | --- | --- | --- | --- |',
  ...PACK.map(({ rule, title, text, severity, off, parameters, source }) => {
    const numbers = Object.values(parameters).map((one) => `${one.words.en} ${numberOf(one.default)}`)
    return `| ${rule} | ${title.zh} ${title.en}: ${text.en} | ${WEIGHTS[severity]}${off ? ', off' : ''} | ${numbers.join('; ')} | ${source.mark}: ${source.zh} |`
  }),
  '',
].join('\n')

test('the printed table is what is checked', () =>
  expect(page).toMatchFileSnapshot('../../../docs/capabilities/standards-table.md'))

test('each standard says its rule in both languages and where it is from', () => {
  for (const { title, text, source } of PACK)
    for (const words of [title, text, source]) expect([words.zh.length > 1, words.en.length > 1]).toEqual([true, true])
})
