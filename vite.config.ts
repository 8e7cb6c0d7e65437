/**
 * Builds the three entries of the web into dist/web: the phone at `/`, the desk at `/console`, the wall display at
 * `/screen`. Each entry is its own bundle, so the desk's component library never reaches a phone (web/budget.test.ts).
 * In development the API is proxied to the running server (LINLI_SERVER, by default http://localhost:8080).
 */
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { lightContracts } from './scripts/lib/light-contracts.ts'

const web = fileURLToPath(new URL('./web', import.meta.url))
const server = process.env['LINLI_SERVER'] ?? 'http://localhost:8080'

/** Which file answers a page's address while developing; the server has the same three lines in production. */
function entryOf(url: string): string {
  if (url.startsWith('/console')) return '/console/index.html'
  if (url.startsWith('/screen')) return '/screen/index.html'
  if (url.startsWith('/kit')) return '/resident/kit/index.html'
  return '/resident/index.html'
}

/** Gives the phone the root address: dev requests are led to their entry, and its html is written as index.html. */
const entries: Plugin = {
  name: 'linli:entries',
  configureServer(dev) {
    dev.middlewares.use((request, _reply, next) => {
      const asksForPage = request.headers.accept?.includes('text/html') && !request.url?.includes('.')
      if (request.url && asksForPage && !request.url.startsWith('/api')) request.url = entryOf(request.url)
      next()
    })
  },
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const phone = bundle['resident/index.html']
      if (phone) phone.fileName = 'index.html'
    },
  },
}

/**
 * One file each instead of dozens, which a phone would fetch six at a time: what every page needs; the parts of most pages
 * (forms, photos, maps, figures, exports and the registers come with the pages that have them); how a page starts; the size
 * of print; and how requests are listed.
 */
const FILES = [
  {
    name: 'framework',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|use-sync-external-store)[\\/](?!.*[iI]nfiniteQuery)/,
    minShareCount: 3, // by all three entries
  },
  {
    name: 'parts', // of the texts those that stand on every page: a page brings its own
    test: /[\\/]web[\\/](platform|components)[\\/](?!Field|Choice|Sheet|Photo|PlaceMap|map-|members|use-photos|photos|position|drafts|outbox|charts)[^\\/]+$|[\\/]web[\\/]texts[\\/](time|kit|standing|errors)\.ts$|[\\/]contracts[\\/](?!figures|exports|requests|rights|members|organisations|people|places|households)|^\0/,
    minShareCount: 8,
  },
  {
    name: 'start',
    test: /[\\/]web[\\/](platform[\\/](start|route|live|me)|components[\\/](NotFound|Toast))\.tsx?$|[\\/]useRouterState\.js$|^\0vite[\\/]modulepreload/,
  },
  { name: 'print', test: /[\\/]web[\\/](pages[\\/]accounts[\\/]PrintSize|texts[\\/]print)\.tsx?$/ },
  {
    name: 'requests',
    test: /[\\/]web[\\/](components[\\/](Photo|PhotoPair|PhoneTabs|request[\\/]state)|pages[\\/]requests[\\/](RequestLine|ResultCard|standing)|texts[\\/]home)\.tsx?$|[\\/]contracts[\\/]requests[\\/]one\.ts$/,
  },
]

export default defineConfig({
  root: web,
  plugins: [react(), entries, lightContracts],
  appType: 'mpa',
  resolve: { alias: [{ find: /^typebox$/, replacement: `${web}/platform/typebox-stub.ts` }] },
  server: { proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    rolldownOptions: {
      // contracts are descriptions: what no page uses of them is left out, and a contract that gives only types is not loaded
      treeshake: {
        manualPureFunctions: ['endpoint'],
        moduleSideEffects: [{ test: /[\\/]contracts[\\/]/, sideEffects: false }],
      },
      input: {
        resident: `${web}/resident/index.html`,
        console: `${web}/console/index.html`,
        screen: `${web}/screen/index.html`,
      },
      output: { codeSplitting: { groups: FILES } },
    },
  },
})
