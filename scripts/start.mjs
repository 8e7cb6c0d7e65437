/**
 * `npm start`: installs when needed, builds what changed, then becomes the server itself (one process, so Ctrl-C
 * and a supervisor's signals go where they should). Plain JavaScript without dependencies: it speaks before installing.
 */
import { build } from './lib/build.mjs'
import { install } from './lib/install.mjs'

await install()
await build()
await import('../dist/server.mjs')
