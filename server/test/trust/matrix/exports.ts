/** Exports: one's own are one's own; those about persons are decided by others over the place; ledgers are the work list's. */
import { plain, type Principal, type Row, type Rows, type Target, TARGETS } from './kit.ts'

/** The desk asked in its own area, the operator in the sibling one. */
const mine = (who: Principal, target: Target) =>
  (target === 'own' && who === 'desk') || (target === 'sibling' && who === 'operator') ? 200 : 404
const one = (below: string, behind: Row['behind'], body?: object): Row => ({
  call: ({ exportId }) => ({ path: `/api/exports/${exportId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind,
})
const venues = { kind: 'venues', filters: {}, language: 'zh' }
/** The list's own right as well: a unit has no registers. */
const registers = (who: Principal) => (who === 'unit' ? 403 : 200)

export const exports: Rows = {
  'GET /api/exports': plain('/api/exports'),
  'GET /api/exports/waiting': plain('/api/exports/waiting'),
  'POST /api/exports/preview': { call: () => ({ path: '/api/exports/preview', body: venues }), behind: registers },
  'POST /api/exports': {
    call: () => ({ path: '/api/exports', body: { ...venues, format: 'xlsx', purpose: '' } }),
    behind: registers,
  },
  'GET /api/exports/:id': one('', mine),
  'DELETE /api/exports/:id': one('', mine),
  // Ended: there is no file, for nobody
  'GET /api/exports/:id/file': one('/file', () => 404),
  // The desk asked itself; for the others it is over
  'POST /api/exports/:id/decision': one(
    '/decision',
    (who, target) => {
      if (target === 'own') return who === 'desk' ? 403 : 409
      return target === 'sibling' && who === 'district' ? 409 : 404
    },
    { agree: true, words: '' },
  ),
  'GET /api/ledgers/loop': plain('/api/ledgers/loop?from=2026-11-01&to=2026-11-30'),
}
