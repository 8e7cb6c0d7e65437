/** The built pages on the same port: /, /console and /screen each have one HTML file; every deeper page is drawn by its entry. */
import fastifyStatic from '@fastify/static'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from './http.ts'

const ENTRIES = [
  { prefix: '/console', file: 'console/index.html' },
  { prefix: '/screen', file: 'screen/index.html' },
  { prefix: '/', file: 'index.html' },
] as const

export async function webFiles(app: App, root: string) {
  await app.fastify.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true, // by scripts/lib/compress.mjs; a page itself is below 2 kB and sent as it is
    globIgnore: ['**/*.{br,gz}'],
    maxAge: '1y',
    immutable: true,
    setHeaders(response, path) {
      if (!/[.-][\w-]{8,}\.\w+(\.br|\.gz)?$/.test(path)) response.header('cache-control', 'no-cache') // only hashed names may be kept
    },
  })
  const pages = new Map<string, string>(
    ENTRIES.map(({ prefix, file }) => [prefix, readFileSync(join(root, file), 'utf8')]),
  )
  app.pageFor = ({ method, url }) => {
    const path = url.split('?')[0] ?? '/'
    if (method !== 'GET' || path.startsWith('/api/') || /\.\w+$/.test(path)) return undefined
    const entry = ENTRIES.find(({ prefix }) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`))
    return entry && pages.get(entry.prefix)
  }
}
