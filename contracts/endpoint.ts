/**
 * The shape of an endpoint, shared by server and web: one object validates, serialises, documents and types a call.
 *
 * Every endpoint declares its access; the server refuses to start without it.
 */
import Type, { type Static, type TSchema } from 'typebox'
import type { KeyScope } from './key-scopes.ts'
import type { Right } from './rights.ts'

/** Who may call at all: anyone, anyone signed in, or holders of a right. What they may do with one thing is its policy's matter. */
export type Access = 'anyone' | 'signedIn' | Right

export type Endpoint<
  P extends TSchema = TSchema,
  Q extends TSchema = TSchema,
  B extends TSchema = TSchema,
  R extends TSchema = TSchema,
> = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  access: Access
  summary: string
  /** Creates something: the caller must send an Idempotency-Key, and a repeat gets the first answer. */
  creates?: boolean
  /** The call may change the database; by default every method but GET. */
  writes?: boolean
  /** The scope by which a key of another system may call it too; keys may call nothing else. */
  key?: KeyScope
  /** Media types that it takes and sends where that is not JSON: files, forms, XML. */
  takes?: readonly string[]
  sends?: readonly string[]
  params?: P
  query?: Q
  body?: B
  reply: R
}

export const endpoint = <
  P extends TSchema = ReturnType<typeof Type.Object<{}>>,
  Q extends TSchema = ReturnType<typeof Type.Object<{}>>,
  B extends TSchema = ReturnType<typeof Type.Object<{}>>,
  R extends TSchema = TSchema,
>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> => definition

export type ParamsOf<E> = E extends Endpoint<infer P, TSchema, TSchema, TSchema> ? Static<P> : never
export type QueryOf<E> = E extends Endpoint<TSchema, infer Q, TSchema, TSchema> ? Static<Q> : never
export type BodyOf<E> = E extends Endpoint<TSchema, TSchema, infer B, TSchema> ? Static<B> : never
export type ReplyOf<E> = E extends Endpoint<TSchema, TSchema, TSchema, infer R> ? Static<R> : never

// Building blocks of contracts ------------------------------------------------------------------------------------

/** Closed object: a field that is not listed is an error, never ignored. */
export const shape = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/** Closed object whose fields may all be left out, for changes. */
export const changes = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Partial(Type.Object(properties), { additionalProperties: false })

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(words: T, description?: string) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...words], ...(description && { description }) })

/** The schema, or null. */
export const nullable = <T extends TSchema>(schema: T) => {
  const plain = schema as unknown as { type: string; enum?: unknown[] } // every schema of ours has a single type
  return Type.Unsafe<Static<T> | null>({
    ...plain,
    type: [plain.type, 'null'],
    ...(plain.enum && { enum: [...plain.enum, null] }),
  })
}

export const Id = Type.String({ format: 'uuid' })
/** With its zone, and of a calendar: the server's formats refuse 30 February and "tomorrow". */
export const Instant = Type.String({ format: 'date-time', description: 'ISO 8601 instant, UTC' })
export const DayDate = Type.String({
  format: 'date',
  description: 'calendar date in the place’s zone',
})
export const Longitude = Type.Number({ minimum: -180, maximum: 180, description: 'degrees, WGS-84' })
export const Latitude = Type.Number({ minimum: -90, maximum: 90, description: 'degrees, WGS-84' })
/** A line or a few, from a person. Control characters other than line breaks, and halves of characters, are refused. */
export const Words = (maxLength: number, minLength = 1) =>
  Type.String({
    minLength,
    maxLength,
    pattern: '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\uD800-\\uDFFF]*$',
  })
export const Count = Type.Integer({ minimum: 0 })
export const ById = shape({ id: Id })
export const Done = shape({ ok: Type.Literal(true) })
