/** Each name has its drawing and each drawing its name. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ICON_NAMES } from './icon-names.ts'

it('the sprite holds exactly the named icons', () => {
  const sprite = readFileSync(new URL('./icons.svg', import.meta.url), 'utf8')
  expect([...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name)).toEqual([...ICON_NAMES])
})
