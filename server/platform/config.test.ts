import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('needs no setting to try it', () => {
  expect(readConfig({})).toMatchObject({ databaseUrl: undefined, port: 8080, host: '127.0.0.1', demo: true })
  expect(readConfig({ DATA_DIR: '/srv/linli', PORT: '' })).toMatchObject({ keyFile: '/srv/linli/key', port: 8080 })
})

const OWN = 'postgresql://linli:secret@db/linli'

test.each([
  [{ DATABASE_URL: OWN }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ LINLI_DEMO: 'off' }, false],
  [{ DATABASE_URL: OWN, LINLI_DEMO: 'on' }, true],
])('%j: demo %s', (environment, demo) => {
  expect(readConfig(environment).demo).toBe(demo)
})

test.each([
  [{ PORT: '80a' }, 'PORT=80a'],
  [{ PORT: '70000' }, 'PORT=70000'],
  [{ PORT: '-1' }, 'PORT=-1'],
  [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL=…'],
  [{ LINLI_DEMO: 'maybe' }, 'LINLI_DEMO=maybe'],
  [{ LINLI_LOG_LEVEL: 'loud' }, 'LINLI_LOG_LEVEL=loud'],
])('%j is refused by name', (environment, named) => {
  expect(() => readConfig(environment)).toThrow(`The setting ${named} must be`)
})
