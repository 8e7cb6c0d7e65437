/** Rooms that standards ask for, and households that can be reached. Source: rules S-R6; T9; Personal Information Protection Law art. 8. */
import type { Area } from '../area.ts'
import { AREA_REPORT, COMPOUND_STANDARDS, gap, itself, MET, notHere, number, standard } from '../standard.ts'

const AREA_CENTI = 100

/** A list of names that a district may set otherwise: the report asks for five functions without naming them. */
const FUNCTIONS = {
  default: ['接待', '议事', '学习', '调解', '活动'],
  words: { zh: '五项功能（来源没有点名，可改）', en: 'the five functions (the source does not name them)' },
} as const

const compoundFiles = (area: Area) => (area.files.households > 0 ? [area.files] : [])

export const HOME_PACK = [
  standard({
    id: 'parlour.room',
    rule: 'S-R6',
    title: { zh: '党建会客厅', en: 'Party-building parlour' },
    text: {
      zh: '一般应在 100 平方米以上，有自己的标识，具备五项功能。',
      en: 'As a rule 100 m² or more, with its own sign and five functions.',
    },
    source: COMPOUND_STANDARDS,
    severity: 'advise',
    parameters: { least: number(100, '面积（平方米）', 'square metres'), functions: FUNCTIONS },
    count(area, { functions }) {
      if (area.place.level !== 'compound') return []
      const parlours = area.venues.filter(({ kind }) => kind === 'parlour')
      if (parlours.length === 0)
        return itself(area, {
          rooms: 0,
          areaCenti: 0,
          sign: 0,
          missing: [...functions],
          branch: hasBranch(area) ? 1 : 0,
        })
      return parlours.map((one) => ({
        id: one.id,
        name: one.name,
        counted: {
          rooms: parlours.length,
          areaCenti: one.areaCenti ?? 0,
          sign: one.hasSign ? 1 : 0,
          missing: functions.filter((wanted) => !one.functions.includes(wanted)),
          branch: 1,
        },
      }))
    },
    judge({ rooms, areaCenti, sign, missing, branch }, { least }) {
      if (rooms === 0) return branch ? gap({ rooms }) : notHere('noBranch')
      if (areaCenti >= least * AREA_CENTI && sign === 1 && missing.length === 0) return MET
      return gap({ areaCenti, least, sign, missing })
    },
    task: ({ id, counted: { rooms } }, _gap, area) =>
      rooms === 0
        ? { kind: 'open', to: `/venues?new=parlour&placeId=${area.place.id}` }
        : { kind: 'fillIn', to: `/venues?edit=${id}` },
  }),
  standard({
    id: 'household.reachable',
    rule: 'T9',
    title: { zh: '联系得上每一户', en: 'Every household can be reached' },
    text: { zh: '一户一册里有一个能用的联系方式。', en: 'Each household’s file holds a contact that can be used.' },
    source: AREA_REPORT,
    severity: 'should',
    parameters: {},
    count: (area) =>
      compoundFiles(area).flatMap(({ households, reachable }) =>
        itself(area, { households, without: households - reachable }),
      ),
    judge: ({ without }) => (without === 0 ? MET : gap({ without })),
    task: (_subject, _gap, area) => ({ kind: 'register', to: `/households?placeId=${area.place.id}&filter=noContact` }),
  }),
  standard({
    id: 'household.confirmed',
    rule: 'I-R1',
    title: { zh: '住户信息一年一核', en: 'Files confirmed each year' },
    text: {
      zh: '住户信息应当准确、完整，一年至少核对一次。',
      en: 'What is kept must be accurate and complete; it is confirmed at least once a year.',
    },
    source: {
      mark: 'law',
      zh: '《个人信息保护法》第八条；一年为习惯值',
      en: 'Personal Information Protection Law art. 8; the year is customary',
    },
    severity: 'advise',
    parameters: { days: number(365, '核对周期（天）', 'days') },
    count: (area) =>
      compoundFiles(area).flatMap(({ households, confirmed }) =>
        itself(area, { households, stale: households - confirmed }),
      ),
    judge: ({ stale }) => (stale === 0 ? MET : gap({ stale })),
    task: (_subject, _gap, area) => ({
      kind: 'register',
      to: `/households?placeId=${area.place.id}&filter=unconfirmed`,
    }),
  }),
]

const hasBranch = ({ organisations }: Area) =>
  organisations.some(({ form }) => form === 'compoundBranch' || form === 'compoundCommittee')
