/** HTTP of plates: one's own, the page behind a code, questions, and my building. */
import {
  askNeighbour,
  changePlate,
  lightPlate,
  listQuestions,
  myBuilding,
  putOutPlate,
  readPlate,
  stepQuestion,
} from '#contracts/members.ts'
import { readTree } from '#modules/places/index.ts'
import { AppError } from '#platform/errors.ts'
import { serve, serveOpen, type App } from '#platform/http.ts'
import { pageOf, readCursor } from '#platform/page.ts'
import type { Services } from '#platform/services.ts'
import { buildingOf } from './my-building.ts'
import { listQuestionsOf, plateByCode, platesBelow, putOut } from './plate-queries.ts'
import { change, light, viewPublic } from './plates.ts'
import { ask, step, viewQuestion } from './questions.ts'

const PAGE = 30
const OK = { ok: true } as const

export function plateRoutes(app: App, { secrets }: Services): void {
  serve(app, lightPlate, ({ body, actor, tx, now }) => light(tx, actor, body, secrets, now))
  serve(app, changePlate, ({ body, actor, tx }) => change(tx, actor, body, secrets))
  serve(app, putOutPlate, async ({ actor, tx, now }) => {
    if (!(await putOut(tx, actor.personId, now))) throw new AppError('not_found')
    return OK
  })

  serveOpen(app, readPlate, async ({ params: { code }, tx }) => {
    const plate = await plateByCode(tx, code)
    if (!plate) throw new AppError('not_found')
    return viewPublic((await readTree(tx)).tree, plate)
  })

  serve(app, askNeighbour, async ({ params: { code }, body: { words }, actor, tx, now }) => {
    await ask(tx, actor, code, words, now)
    return OK
  })

  serve(app, listQuestions, async ({ query: { after }, actor, tx }) => {
    const wanted = { after: readCursor(after, 1)?.[0], limit: PAGE + 1 }
    const { rows, next } = pageOf(await listQuestionsOf(tx, actor.personId, wanted), PAGE, ({ id }) => [id])
    const { tree } = await readTree(tx)
    return { rows: rows.map((one) => viewQuestion(tree, actor, one)), next }
  })

  serve(app, stepQuestion, ({ params: { id }, body, actor, tx, now }) => step(tx, actor, id, body, now))

  serve(app, myBuilding, async ({ actor, tx }) => {
    const building = await buildingOf(tx, actor)
    if (!building) return { building: null, plates: [] }
    const { path, ...shown } = building
    const { tree } = await readTree(tx)
    const plates = (await platesBelow(tx, path)).filter(({ personId }) => personId !== actor.personId)
    return { building: shown, plates: plates.map((plate) => viewPublic(tree, plate)) }
  })
}
