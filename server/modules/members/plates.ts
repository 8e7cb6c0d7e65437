/**
 * Plates 亮身份: lit by one's own wish, changed and put out by oneself, and what each of them says to whom. A plate tells the
 * compound and the building, its words and what its owner helps with; never who or behind which door.
 * Source: docs/capabilities/members.md, "Plates".
 */
import { randomBytes } from 'node:crypto'
import type { BodyOf } from '#contracts/endpoint.ts'
import type { lightPlate, PublicPlate } from '#contracts/members.ts'
import { openPerson } from '#modules/accounts/index.ts'
import { lineOf, type Tree } from '#modules/places/index.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import { checkChoices, inWords, SKILLS } from './choices.ts'
import { stateOf } from './lifecycle.ts'
import { readMember, sealedPerson } from './member-queries.ts'
import { insertPlate, plateOf, updatePlate, type LitPlate, type Plate } from './plate-queries.ts'
import { checkPlateWords } from './plate-words.ts'

const CODE_BYTES = 16 // 128 bits: nobody finds a plate by trying; OWASP ASVS 5.0 7.2.3 asks the same of session tokens

type Words = BodyOf<typeof lightPlate>

/** @throws not_a_member, home_required, plate_tells_who, choice_not_listed, plate_lit */
export async function light(tx: Tx, actor: Actor, words: Words, secrets: Secrets, now: Date): Promise<Plate> {
  const { personId, home } = actor
  const member = await readMember(tx, personId)
  if (!member || stateOf(member) !== 'confirmed') throw new AppError('not_a_member')
  if (!home) throw new AppError('home_required')
  const said = await checked(tx, personId, words, secrets)
  const code = randomBytes(CODE_BYTES).toString('base64url')
  if (!(await insertPlate(tx, { personId, homePlaceId: home.placeId, code, ...said }, now)))
    throw new AppError('plate_lit')
  return mine(tx, personId)
}

/** @throws not_found, plate_tells_who, choice_not_listed */
export async function change(tx: Tx, { personId }: Actor, words: Words, secrets: Secrets): Promise<Plate> {
  if (!(await updatePlate(tx, personId, await checked(tx, personId, words, secrets)))) throw new AppError('not_found')
  return mine(tx, personId)
}

async function checked(tx: Tx, personId: string, { words, canHelp }: Words, secrets: Secrets): Promise<Words> {
  checkChoices('canHelp', SKILLS, canHelp)
  const person = await sealedPerson(tx, personId)
  if (!person) throw new AppError('not_found')
  checkPlateWords(words, openPerson(secrets, tx.tenantId, person).name)
  return { words: words.trim(), canHelp }
}

async function mine(tx: Tx, personId: string): Promise<Plate> {
  const plate = await plateOf(tx, personId)
  if (!plate) throw new AppError('not_found')
  return plate
}

/** Compound and building of a home, as the plate shows them. */
export function whereItHangs(tree: Tree, homePath: string): Pick<PublicPlate, 'compoundName' | 'buildingName'> {
  const line = lineOf(tree, homePath)
  const compound = line.find(({ level }) => level === 'compound')
  const building = line.find(({ level }) => level === 'building') ?? compound
  return { compoundName: compound?.name ?? null, buildingName: building?.name ?? '' }
}

/** 桂园小区 15 栋 */
export function placeWords(tree: Tree, homePath: string): string {
  const { compoundName, buildingName } = whereItHangs(tree, homePath)
  return [compoundName, buildingName].filter(Boolean).join(' ')
}

export const viewPublic = (tree: Tree, { code, words, canHelp, homePath }: LitPlate): PublicPlate => ({
  code,
  ...whereItHangs(tree, homePath),
  words,
  canHelp: inWords(SKILLS, canHelp),
})
