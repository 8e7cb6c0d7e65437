/** A request being taken in for somebody else: what was filled in, what is missing, and the body that is sent. Pure. */
import type { BodyOf } from '#contracts/endpoint.ts'
import type { proposeIntake, RequestKind, SubmitBody } from '#contracts/requests.ts'

export const INTAKE_CHANNELS = ['telephone', 'walkIn', 'paper', 'door'] as const
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number]

export type Intake = {
  channel: IntakeChannel
  name: string
  phone: string
  kind: RequestKind
  text: string
  place?: { id: string; name: string } | undefined
  /** A point on the map; exact, where the place is only its neighbourhood. */
  point?: { lon: number; lat: number } | undefined
  words: string
  categoryCode?: string | undefined
  answers: Readonly<Record<string, string>>
  limited: boolean
}

export const EMPTY: Intake = {
  channel: 'telephone',
  name: '',
  phone: '',
  kind: 'problem',
  text: '',
  words: '',
  answers: {},
  limited: false,
}

export type IntakeMissing = 'name' | 'text' | 'place'
export const missingIn = ({ name, text, place, point }: Intake, photoCount: number): IntakeMissing | undefined =>
  !name.trim() ? 'name' : !text.trim() && photoCount === 0 ? 'text' : !place && !point ? 'place' : undefined

export const locationOf = ({ place, point, words }: Intake): SubmitBody['location'] => ({
  ...(place && { placeId: place.id }),
  ...(point && { ...point, system: 'wgs84' as const }),
  source: point ? 'map' : 'picked',
  ...(words.trim() && { words: words.trim() }),
})

/** What the server is asked while one writes; undefined as long as there is nothing to ask about. */
export const askOf = (intake: Intake): BodyOf<typeof proposeIntake> | undefined =>
  intake.text.trim().length > 1 || intake.place || intake.point
    ? {
        kind: intake.kind,
        text: intake.text.trim(),
        location: locationOf(intake),
        ...(intake.categoryCode && { categoryCode: intake.categoryCode }),
      }
    : undefined

export const submitBodyOf = (intake: Intake, photoIds: string[]): SubmitBody => ({
  kind: intake.kind,
  text: intake.text.trim(),
  location: locationOf(intake),
  ...(intake.categoryCode && { categoryCode: intake.categoryCode }),
  answers: Object.entries(intake.answers).flatMap(([question, answer]) =>
    answer.trim() ? [{ question, answer: answer.trim() }] : [],
  ),
  photoIds,
  limited: intake.limited,
  onBehalf: {
    channel: intake.channel,
    name: intake.name.trim(),
    ...(intake.phone.trim() && { phone: intake.phone.trim() }),
    ...(intake.place && { placeId: intake.place.id }),
  },
})
