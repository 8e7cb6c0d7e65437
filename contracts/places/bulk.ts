/** Many places at once: buildings with their doors by a pattern. */
import Type, { type Static } from 'typebox'
import { ById, Count, endpoint, oneOf, shape, Words } from '../endpoint.ts'

/** 101 on the first floor, 0101, or one running number through the stairwell. */
export const ROOM_NUMBERS = ['floorRoom', 'padded', 'running'] as const

export const BUILDING_WORDS = ['栋', '号楼', '幢', '座'] as const

export const BulkPlaces = shape({
  /** 1-19, 21 or 1-3,A,B. */
  buildings: Words(200),
  buildingWord: oneOf(BUILDING_WORDS),
  /** 0: homes open from the building itself. */
  entrances: Type.Integer({ minimum: 0, maximum: 20 }),
  floors: Type.Integer({ minimum: 1, maximum: 99 }),
  firstFloor: Type.Integer({ minimum: 1, maximum: 9 }),
  homesPerFloor: Type.Integer({ minimum: 1, maximum: 40 }),
  numbers: oneOf(ROOM_NUMBERS),
  /** Storeys that are not counted, as 4,13,14 in some towers. */
  withoutFloors: Words(60, 0),
})
export type BulkPlaces = Static<typeof BulkPlaces>

const BulkReply = shape({
  buildings: Count,
  entrances: Count,
  homes: Count,
  /** Names of buildings that are there with homes in them: nothing is added to those. */
  skipped: Type.Array(Type.String()),
  /** Addresses of the first homes and of the last. */
  examples: Type.Array(Type.String()),
})
export type BulkReply = Static<typeof BulkReply>

export const previewBulk = endpoint({
  method: 'POST',
  path: '/api/register/:id/bulk/preview',
  access: 'places.manage',
  writes: false,
  summary: 'What a bulk entry would make, before it is made',
  params: ById,
  body: BulkPlaces,
  reply: BulkReply,
})

export const addBulk = endpoint({
  method: 'POST',
  path: '/api/register/:id/bulk',
  access: 'places.manage',
  creates: true,
  summary: 'Enter buildings with their entrances and homes at once',
  params: ById,
  body: BulkPlaces,
  reply: BulkReply,
})
