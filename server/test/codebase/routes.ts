/**
 * Which doors stand open: every route of the running application is called by nobody in particular, and what does not
 * answer "sign in first" is open. It asks the application itself, so a route that avoided `serve` is seen as well.
 */
import type { FastifyInstance, HTTPMethods } from 'fastify'

/** Every route that the server answers, as "GET /api/requests/:id". HEAD follows its GET and is left out. */
export async function routesOf(server: FastifyInstance): Promise<string[]> {
  await server.ready()
  const parents: string[] = []
  return server
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^([│├└─\s]*)(.*?)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
      if (!part || indent === undefined) return []
      const depth = indent.length / 4
      parents.length = depth
      parents[depth] = part
      const path = parents.slice(1).join('').replace(/^$/, '/')
      return (methods?.split(', ') ?? []).filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`)
    })
    .toSorted()
}

/** Routes that answer a stranger with anything but 401. */
export async function openRoutes(server: FastifyInstance): Promise<string[]> {
  const open: string[] = []
  for (const route of await routesOf(server)) {
    const [method, path = ''] = route.split(' ')
    const url = path.replace(/:\w+/g, '019a0000-0000-7000-8000-000000000000').replace('*', 'any')
    const headers = { host: 'linli.test', origin: 'http://linli.test', 'idempotency-key': 'a-stranger-at-the-door' }
    const reply = await server.inject({ method: method as HTTPMethods, url, headers }) // printed by the server itself
    if (reply.statusCode !== 401) open.push(route)
  }
  return open
}
