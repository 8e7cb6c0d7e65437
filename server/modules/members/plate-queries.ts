/** SQL of plates and of what neighbours ask by them. Nothing here reads a name or a number. */
import type { QuestionView } from '#contracts/members.ts'
import type { Tx } from '#platform/db.ts'
import { newId } from '#platform/ids.ts'

export type Plate = { id: string; code: string; words: string; canHelp: string[]; litAt: string }

const PLATE = `id, code, words, can_help AS "canHelp", lit_at AS "litAt"`

export const plateOf = (tx: Tx, personId: string) =>
  tx.one<Plate>({
    name: 'plate_of',
    text: `SELECT ${PLATE} FROM plate WHERE tenant_id = $1 AND person_id = $2 AND put_out_at IS NULL`,
    values: [tx.tenantId, personId],
  })

type PlateToLight = { personId: string; homePlaceId: string; code: string; words: string; canHelp: readonly string[] }

/** False when one is lit already. */
export async function insertPlate(tx: Tx, plate: PlateToLight, now: Date): Promise<boolean> {
  const { personId, homePlaceId, code, words, canHelp } = plate
  const made = await tx.run({
    name: 'plate_insert',
    text: `INSERT INTO plate (tenant_id, id, person_id, home_place_id, code, words, can_help, lit_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (tenant_id, person_id) WHERE put_out_at IS NULL DO NOTHING`,
    values: [tx.tenantId, newId(), personId, homePlaceId, code, words, canHelp, now],
  })
  return made === 1
}

type PlateWords = { words: string; canHelp: readonly string[] }

/** False when none is lit. */
export async function updatePlate(tx: Tx, personId: string, { words, canHelp }: PlateWords): Promise<boolean> {
  const changed = await tx.run({
    name: 'plate_update',
    text: `UPDATE plate SET words = $3, can_help = $4 WHERE tenant_id = $1 AND person_id = $2 AND put_out_at IS NULL`,
    values: [tx.tenantId, personId, words, canHelp],
  })
  return changed === 1
}

export async function putOut(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const text = `UPDATE plate SET put_out_at = $3 WHERE tenant_id = $1 AND person_id = $2 AND put_out_at IS NULL`
  return (await tx.run({ name: 'plate_put_out', text, values: [tx.tenantId, personId, now] })) === 1
}

/** With the questions that came by them. */
export async function deletePlates(tx: Tx, personId: string): Promise<void> {
  await tx.run({
    name: 'plate_questions_delete',
    text: `DELETE FROM neighbour_question q USING plate p
            WHERE q.tenant_id = $1 AND p.tenant_id = $1 AND p.id = q.plate_id AND p.person_id = $2`,
    values: [tx.tenantId, personId],
  })
  const text = `DELETE FROM plate WHERE tenant_id = $1 AND person_id = $2`
  await tx.run({ name: 'plate_delete', text, values: [tx.tenantId, personId] })
}

/** Lit, of somebody who still lives where it hangs: whoever moves takes their plate from the door. */
const LIT = `
  SELECT t.id, t.code, t.words, t.can_help AS "canHelp", t.lit_at AS "litAt", t.person_id AS "personId", h.path AS "homePath"
    FROM plate t
    JOIN person p ON p.tenant_id = $1 AND p.id = t.person_id AND p.home_place_id = t.home_place_id AND p.disabled_at IS NULL
    JOIN member m ON m.tenant_id = $1 AND m.person_id = t.person_id AND m.confirmed_on IS NOT NULL AND m.left_on IS NULL
    JOIN place h ON h.tenant_id = $1 AND h.id = t.home_place_id
   WHERE t.tenant_id = $1 AND t.put_out_at IS NULL`

export type LitPlate = Plate & { personId: string; homePath: string }

export const plateByCode = (tx: Tx, code: string) =>
  tx.one<LitPlate>({ name: 'plate_by_code', text: `${LIT} AND t.code = $2`, values: [tx.tenantId, code] })

/** Lit plates below a place, the newest first within a building. */
export const platesBelow = (tx: Tx, placePath: string) =>
  tx.many<LitPlate>({
    name: 'plates_below',
    text: `${LIT} AND h.path >= $2 AND h.path < $2 || '~' ORDER BY t.lit_at DESC, t.id LIMIT 1000`,
    values: [tx.tenantId, placePath],
  })

// Questions -----------------------------------------------------------------------------------------------------------

type Asked = { plateId: string; fromPersonId: string; words: string }

export async function insertQuestion(tx: Tx, { plateId, fromPersonId, words }: Asked, now: Date): Promise<void> {
  await tx.run({
    name: 'question_insert',
    text: `INSERT INTO neighbour_question (tenant_id, id, plate_id, from_person_id, words, status, asked_at) VALUES ($1, $2, $3, $4, $5, 'asked', $6)`,
    values: [tx.tenantId, newId(), plateId, fromPersonId, words, now],
  })
}

export type Question = Pick<QuestionView, 'id' | 'words' | 'answer' | 'status' | 'askedAt'> & {
  ownerPersonId: string
  fromPersonId: string
  /** How neighbours see the asker. */
  nickname: string
  plateHomePath: string
}

const QUESTIONS = `
  SELECT q.id, q.words, q.answer, q.status, q.asked_at AS "askedAt", t.person_id AS "ownerPersonId", q.from_person_id AS "fromPersonId",
         a.nickname, h.path AS "plateHomePath"
    FROM neighbour_question q
    JOIN plate t ON t.tenant_id = $1 AND t.id = q.plate_id
    JOIN place h ON h.tenant_id = $1 AND h.id = t.home_place_id
    JOIN person a ON a.tenant_id = $1 AND a.id = q.from_person_id
   WHERE q.tenant_id = $1`

/** To me and by me, newest first, from before `after`. What an asker took back its owner no longer sees. */
export const listQuestionsOf = (tx: Tx, personId: string, { after, limit }: { after?: string; limit: number }) =>
  tx.many<Question>({
    name: 'question_list',
    text: `${QUESTIONS} AND (q.from_person_id = $2 OR (t.person_id = $2 AND q.status <> 'withdrawn')) AND ($3::uuid IS NULL OR q.id < $3)
           ORDER BY q.id DESC LIMIT $4`,
    values: [tx.tenantId, personId, after ?? null, limit],
  })

export async function lockQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const text = `SELECT id FROM neighbour_question WHERE tenant_id = $1 AND id = $2 FOR UPDATE`
  const there = await tx.one({ name: 'question_lock', text, values: [tx.tenantId, id] })
  return there ? readQuestion(tx, id) : undefined
}

export const readQuestion = (tx: Tx, id: string) =>
  tx.one<Question>({ name: 'question_read', text: `${QUESTIONS} AND q.id = $2`, values: [tx.tenantId, id] })

type Answer = { status: QuestionView['status']; answer: string | null; now: Date }

export async function saveQuestion(tx: Tx, id: string, { status, answer, now }: Answer): Promise<void> {
  await tx.run({
    name: 'question_save',
    text: `UPDATE neighbour_question SET status = $3, answer = $4, answered_at = $5 WHERE tenant_id = $1 AND id = $2`,
    values: [tx.tenantId, id, status, answer, now],
  })
}

/** How many one has asked since then, and how many this plate was asked. The asker's row is locked, so that parallel asks are counted one by one. */
export async function questionsSince(
  tx: Tx,
  { fromPersonId, plateId }: { fromPersonId: string; plateId: string },
  since: Date,
): Promise<{ byPerson: number; ofPlate: number }> {
  const lock = `SELECT id FROM person WHERE tenant_id = $1 AND id = $2 FOR UPDATE`
  await tx.one({ name: 'question_asker_lock', text: lock, values: [tx.tenantId, fromPersonId] })
  const found = await tx.one<{ byPerson: number; ofPlate: number }>({
    name: 'questions_since',
    text: `SELECT count(*) FILTER (WHERE from_person_id = $2) AS "byPerson", count(*) FILTER (WHERE plate_id = $3) AS "ofPlate"
             FROM neighbour_question WHERE tenant_id = $1 AND (from_person_id = $2 OR plate_id = $3) AND asked_at >= $4`,
    values: [tx.tenantId, fromPersonId, plateId, since],
  })
  return found ?? { byPerson: 0, ofPlate: 0 }
}
