/**
 * What is counted for Prometheus. A registry for each application; what is of the process (memory, event loop, start) is kept
 * once. Labels come from closed lists (routes, jobs, states): never a person, a district, an id or a word that somebody sent.
 * What each means and when to be alarmed: docs/operations.md, "Metrics". Names: prometheus.io/docs/practices/naming.
 */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Tx } from './db.ts'

/** A number read from the tables when somebody asks, added up over the districts. */
export type TableGauge = {
  name: string
  help: string
  label?: string
  read: (tx: Tx) => Promise<{ label?: string; value: number }[]>
}

/** A number read from memory when somebody asks. */
export type MemoryGauge = {
  name: string
  help: string
  label?: string
  read: () => Promise<[label: string, value: number][]>
}

export type Metrics = ReturnType<typeof createMetrics>

/** From what a thumb does not notice to what a proxy gives up on. */
const HTTP_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** A statement ends after five seconds. */
const TRANSACTION_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]
const JOB_SECONDS = [0.005, 0.025, 0.1, 0.5, 2, 10, 60]

export function createMetrics() {
  const registry = new Registry()
  const own = { registers: [registry] }
  const requests = new Counter({
    ...own,
    name: 'linli_http_requests_total',
    help: 'Calls answered, by route template and status',
    labelNames: ['method', 'route', 'status'],
  })
  const seconds = new Histogram({
    ...own,
    name: 'linli_http_request_duration_seconds',
    help: 'From the arrival of a call to the end of its answer',
    labelNames: ['method', 'route'],
    buckets: HTTP_SECONDS,
  })
  const transactions = new Histogram({
    ...own,
    name: 'linli_transaction_duration_seconds',
    help: 'From BEGIN to the end of a transaction, without the wait for a connection',
    labelNames: ['mode', 'outcome'],
    buckets: TRANSACTION_SECONDS,
  })
  const jobs = new Counter({
    ...own,
    name: 'linli_jobs_total',
    help: 'Jobs of the outbox that ran, by outcome',
    labelNames: ['job', 'outcome'],
  })
  const jobSeconds = new Histogram({
    ...own,
    name: 'linli_job_duration_seconds',
    help: 'How long a job ran',
    labelNames: ['job'],
    buckets: JOB_SECONDS,
  })

  return {
    answered(method: string, route: string, status: number, took: number) {
      requests.inc({ method, route, status: String(status) })
      seconds.observe({ method, route }, took)
    },
    transaction: (mode: 'read' | 'write', outcome: 'committed' | 'undone', took: number) =>
      transactions.observe({ mode, outcome }, took),
    jobRan(job: string, outcome: 'done' | 'failed', took: number) {
      jobs.inc({ job, outcome })
      jobSeconds.observe({ job }, took)
    },
    /** Registers numbers that are looked up when asked. */
    watch({ name, help, label, read }: MemoryGauge) {
      new Gauge({
        ...own,
        name,
        help,
        labelNames: label ? [label] : [],
        async collect() {
          const values = await read()
          if (label) this.reset()
          else this.remove()
          for (const [value, count] of values) this.set(label ? { [label]: value } : {}, count)
        },
      })
    },
    /** As `watch`, for numbers that somebody else fetched beforehand. */
    show({ name, help, label }: Pick<TableGauge, 'name' | 'help' | 'label'>, values: ReadonlyMap<string, number>) {
      registry.removeSingleMetric(name)
      const gauge = new Gauge({ ...own, name, help, labelNames: label ? [label] : [] })
      if (!label) gauge.set(values.get('') ?? 0)
      else for (const [value, count] of values) gauge.set({ [label]: value }, count)
    },
    /** In the format that Prometheus reads. */
    text: async () => `${await registry.metrics()}\n${await processRegistry.metrics()}`,
    type: registry.contentType,
  }
}

const processRegistry = new Registry()

/** Begins to measure the process itself: event loop, memory, collections, start. Once, and not in tests of the API. */
export function measureProcess() {
  if (processRegistry.getMetricsAsArray().length === 0) collectDefaultMetrics({ register: processRegistry })
}
