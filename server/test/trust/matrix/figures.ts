/** Figures of the place around one's post. */
import { plain, type Rows } from './kit.ts'

const PERIOD = 'from=2026-11-01&to=2026-11-30'

export const figures: Rows = {
  'GET /api/figures/overview': plain(`/api/figures/overview?${PERIOD}`),
  'GET /api/figures/trend': plain(`/api/figures/trend?${PERIOD}&by=week`),
  'GET /api/figures/table': plain(`/api/figures/table?${PERIOD}&by=place`),
} // prettier-ignore
