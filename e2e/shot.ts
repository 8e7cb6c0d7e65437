/**
 * A picture of one page, to look at while building it:
 *   npx tsx e2e/shot.ts <url> <out.png> [--phone|--desk|--screen] [--dark] [--large] [--cookie name=value] [--wait ms] [--full]
 * Console errors and failed requests are printed; the exit code says only whether the picture was taken.
 */
import { parseArgs } from 'node:util'
import { launchBrowser, VIEWS } from './browser.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    phone: { type: 'boolean' },
    desk: { type: 'boolean' },
    screen: { type: 'boolean' },
    dark: { type: 'boolean' },
    large: { type: 'boolean' },
    full: { type: 'boolean' },
    cookie: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string', default: '300' },
  },
})
const [url, out] = positionals
if (!url || !out) throw new Error('Usage: npx tsx e2e/shot.ts <url> <out.png> [--phone|--desk|--screen] …')

const browser = await launchBrowser()
try {
  const view = options.screen ? VIEWS.screen : options.desk ? VIEWS.desk : VIEWS.phone
  const context = await browser.newContext({ ...view, colorScheme: options.dark ? 'dark' : 'light' })
  await context.addCookies(
    options.cookie.map((pair) => {
      const [name = '', ...value] = pair.split('=')
      return { name, value: value.join('='), url }
    }),
  )
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.log('console:', message.text()))
  page.on('pageerror', (error) => console.log('page error:', error.message))
  page.on('response', (reply) => reply.status() >= 400 && console.log(reply.status(), reply.url()))
  await page.goto(url, { waitUntil: 'load' })
  await page.evaluate(
    ({ dark, large }) => {
      if (dark) document.documentElement.dataset.theme = 'dark'
      if (large) document.documentElement.dataset.print = 'large'
    },
    { dark: options.dark, large: options.large },
  )
  await page.waitForTimeout(Number(options.wait))
  await page.screenshot({ path: out, fullPage: options.full ?? false })
  console.log('saved', out)
} finally {
  await browser.close()
}
