/** Runs a PostgreSQL until it is killed: the victim of embedded-postgres.test.ts. Argument: the data folder. */
import { startEmbedded } from '#platform/embedded-postgres.ts'

const { url } = await startEmbedded({ dataDir: process.argv[2] ?? '', log: () => undefined })
console.log(url)
