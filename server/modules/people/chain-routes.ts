/** HTTP for the chain of responsibility: its levels, its ready patterns, and who answers for a place by it. */
import { readChain, saveChain } from '#contracts/organisations.ts'
import { whoAnswers } from '#contracts/people.ts'
import { holdsRight } from '#platform/actor.ts'
import { serve, type App } from '#platform/http.ts'
import { whoAnswersFor } from './answerable.ts'
import { checkChain, ownChain, PATTERNS, saveLevels } from './chain.ts'
import { logAs } from './log.ts'

const log = logAs('settings.manage')

export function chainRoutes(app: App): void {
  serve(app, whoAnswers, ({ params: { id }, actor, tx, now }) => whoAnswersFor(tx, actor, id, now))

  serve(app, readChain, async ({ actor, tx }) => {
    const own = await ownChain(tx)
    return {
      own: own.length > 0,
      levels: own.length > 0 ? own : [...PATTERNS.four],
      patterns: [
        { pattern: 'four' as const, levels: [...PATTERNS.four] },
        { pattern: 'seven' as const, levels: [...PATTERNS.seven] },
      ],
      mayChange: holdsRight(actor, 'settings.manage'),
    }
  })

  serve(app, saveChain, async ({ body: { levels }, actor, tx, now }) => {
    checkChain(levels)
    await saveLevels(tx, levels)
    await log(tx, actor, now, { what: 'saveChain', subject: levels.map(({ name }) => name).join('、') })
    return { own: true, levels: await ownChain(tx) }
  })
}
