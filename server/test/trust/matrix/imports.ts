/** Files into the registers: colleagues of the area see how an import went, only whoever uploaded the file sees what is in it. */
import { csvForm } from '../csv.ts'
import { plain, type Principal, type Row, type Rows, type Target, TARGETS } from './kit.ts'

/** The desk uploaded the file of its own area, the operator the one of the sibling area. */
const uploaded = (who: Principal, target: Target) =>
  (target === 'own' && who === 'desk') || (target === 'sibling' && who === 'operator')
const uploader =
  (then = 200) =>
  (who: Principal, target: Target) =>
    uploaded(who, target) ? then : 404
const colleagues =
  (then = 200) =>
  (who: Principal, target: Target) =>
    uploaded(who, target) || (target === 'own' && ['subdistrict', 'operator'].includes(who)) ? then : 404
const one = (below: string, behind: Row['behind'], body?: object): Row => ({
  call: ({ importId }) => ({ path: `/api/imports/${importId}${below}`, ...(body && { body }) }),
  targets: TARGETS,
  behind,
})

export const imports: Rows = {
  'POST /api/imports': {
    call: ({ placeId }) => {
      const { payload, contentType } = csvForm()
      return { path: `/api/imports?placeId=${placeId}`, body: payload, contentType }
    },
    targets: TARGETS,
    behind: (who, target) =>
      target === 'own' || (target === 'sibling' && who === 'operator') ? 200 : target === 'sibling' ? 403 : 422,
  },
  'GET /api/imports': plain('/api/imports'),
  'GET /api/import-templates/:kind': plain('/api/import-templates/homes'),
  'GET /api/imports/:id': one('', colleagues()),
  'GET /api/imports/:id/rows': one('/rows', uploader()),
  'GET /api/imports/:id/bad-rows.xlsx': one('/bad-rows.xlsx', uploader()),
  'POST /api/imports/:id/proposals': one('/proposals', uploader(), { sheet: 0, headerRow: 1, kind: null }),
  // No sheet is chosen
  'POST /api/imports/:id/check': {
    call: ({ importId, placeId }) => ({
      path: `/api/imports/${importId}/check`,
      body: { placeId, parts: [], createMissing: false, areaSource: 'CONTRACT' },
    }),
    targets: TARGETS,
    behind: uploader(422),
  },
  // Nothing is checked yet, let alone entered
  'POST /api/imports/:id/run': one('/run', uploader(409)),
  'POST /api/imports/:id/undo': one('/undo', colleagues(409)),
  'DELETE /api/imports/:id': one('', uploader()),
}
