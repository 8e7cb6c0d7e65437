/** A word in a file is the word on the page: every list of codes is held against the page that shows it, in both languages. */
import { describe, expect, it } from 'vitest'
import { householdWords } from '#web/texts/householdWords.ts'
import { householdsText } from '#web/texts/households.ts'
import { insightText } from '#web/texts/insight.ts'
import { membersText, memberText } from '#web/texts/members.ts'
import { formText, venueKindText } from '#web/texts/organisations.ts'
import { organisationKindText, postKindText } from '#web/texts/people.ts'
import { levelText, usedAsText } from '#web/texts/places.ts'
import { plannerText } from '#web/texts/planner.ts'
import { kindText } from '#web/texts/request.ts'
import { selectionStatusText } from '#web/texts/selections.ts'
import { standardsText } from '#web/texts/standards.ts'
import { standingText } from '#web/texts/standing.ts'
import { workText } from '#web/texts/work.ts'
import { WORDS, type Both, type WordTable } from './words.ts'

/** No page lists who closed a request: it says it in a sentence of its own. */
type OnPages = Exclude<WordTable, 'confirmedBy'>

const PAGES: Record<OnPages, (language: 'zh' | 'en') => Readonly<Partial<Record<string, string>>>> = {
  channel: (language) => workText[language].channels,
  requestKind: (language) => kindText[language],
  // A page says how a closed one ended; and to residents it says "you".
  status: (language) => ({ ...standingText[language], closed: word('status', 'closed', language), waiting: word('status', 'waiting', language) }), // prettier-ignore
  outcome: (language) => standingText[language],
  level: (language) => levelText[language],
  usedAs: (language) => usedAsText[language],
  organisationKind: (language) => organisationKindText[language],
  form: (language) => formText[language],
  postKind: (language) => postKindText[language],
  venueKind: (language) => venueKindText[language],
  severity: (language) => standardsText[language].severity,
  finding: (language) => standardsText[language].states,
  planKind: (language) => plannerText[language].kinds,
  planStatus: (language) => plannerText[language].status,
  selection: (language) => selectionStatusText[language],
  exemption: (language) => insightText[language].exemptionKinds,
  holds: (language) => householdWords[language].holds,
  unitKind: (language) => householdsText[language].kinds,
  areaSource: (language) => householdsText[language].sources,
  stage: (language) => memberText[language].stages,
  memberState: (language) => membersText[language].states,
  card: (language) => memberText[language].cardStates,
}

const inFiles = (table: WordTable): Readonly<Partial<Record<string, Both>>> => WORDS[table]
const word = (table: WordTable, code: string, language: 'zh' | 'en') =>
  inFiles(table)[code]?.[language === 'zh' ? 0 : 1]

describe.each(Object.entries(PAGES))('%s', (table, page) => {
  it.each(['zh', 'en'] as const)('is said in files as on the page (%s)', (language) => {
    const codes = Object.keys(WORDS[table as OnPages]) // a key of PAGES just above
    expect(codes.map((code) => word(table as OnPages, code, language))).toEqual(
      codes.map((code) => page(language)[code]),
    ) // the same
  })
})
