/** Signs a browser in as a kind of person of the demo. */
import type { BrowserContext } from 'playwright-core'

export async function demoSignIn({ request }: BrowserContext, origin: string, role: string): Promise<void> {
  const people: { role: string; personId: string }[] = await (await request.get('/api/sign-in/demo')).json()
  const personId = people.find((person) => person.role === role)?.personId
  const reply = await request.post('/api/sign-in/demo', { data: { personId }, headers: { origin } })
  if (!reply.ok()) throw new Error(`sign-in as ${role}: ${reply.status()}`)
}
