/* Offline reading for the phone entry. Two stores:
   - shell: the page, its scripts and styles. Addresses under /assets carry a hash, so they never change.
   - answers: the last reply of each GET under /api, read only when there is no signal. It is the person's own, so it is
     deleted at sign-out, at sign-in, and as soon as the server says that the session is over (401).
   The desk and the wall display are left alone. */
const SHELL = 'linli-shell-1'
const ANSWERS = 'linli-answers-1'

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())))

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => names.filter((name) => name !== SHELL && name !== ANSWERS))
  event.waitUntil(
    old.then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => self.clients.claim()),
  )
})

self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(caches.delete(ANSWERS))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (/^\/(console|screen|api\/live)/.test(pathname)) return
  if (pathname.startsWith('/api/')) event.respondWith(answer(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
})

/** The page and what its first paint needs; later chunks are kept as they are used. */
async function keepShell() {
  const shell = await caches.open(SHELL)
  const html = await (await fetch('/', { cache: 'reload' })).text()
  const needed = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg))"/g)].map(([, address]) => address)
  await shell.addAll(['/', '/first-paint.js', ...new Set(needed)])
}

async function page(request) {
  try {
    const reply = await fetch(request)
    if (reply.ok) (await caches.open(SHELL)).put('/', reply.clone())
    return reply
  } catch {
    return (await caches.match('/')) ?? Response.error()
  }
}

async function asset(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const reply = await fetch(request)
  if (reply.ok) (await caches.open(SHELL)).put(request, reply.clone())
  return reply
}

async function answer(request) {
  try {
    const reply = await fetch(request)
    if (reply.status === 401) await caches.delete(ANSWERS)
    else if (reply.ok) (await caches.open(ANSWERS)).put(request, reply.clone())
    return reply
  } catch {
    return (await caches.match(request, { cacheName: ANSWERS })) ?? Response.error()
  }
}
