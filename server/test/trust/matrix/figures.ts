/** Figures of the place around one's post. */
import { plain, type Rows } from './kit.ts'

const PERIOD = 'from=2026-11-01&to=2026-11-30'

export const figures: Rows = {
  'GET /api/figures/overview': plain(`/api/figures/overview?${PERIOD}`),
  'GET /api/figures/trend': plain(`/api/figures/trend?${PERIOD}&by=week`),
  'GET /api/figures/table': plain(`/api/figures/table?${PERIOD}&by=place`),
  'GET /api/figures/funnel': plain(`/api/figures/funnel?${PERIOD}`),
  'GET /api/figures/stuck': plain('/api/figures/stuck'),
  'GET /api/figures/forecast': plain('/api/figures/forecast'),
  'GET /api/figures/rows': plain(`/api/figures/rows?${PERIOD}&measure=received`),
  'GET /api/figures/set-apart': plain(`/api/figures/set-apart?${PERIOD}&kind=silence`),
  'GET /api/figures/checks': plain('/api/figures/checks'),
  'GET /api/topics': plain('/api/topics'),
  'GET /api/figures/nearby': plain('/api/figures/nearby'),
} // prettier-ignore
