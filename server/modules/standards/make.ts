/** Test factory: an area with nothing in it, and what a test puts there. */
import { newId } from '#platform/ids.ts'
import { type Area, bareArea, type Grid, type Organisation, type Post } from './area.ts'

export const COMPOUND = '0001.0001.0001.0001.'

export const makeArea = (given: Partial<Area> = {}): Area => ({
  ...bareArea({ id: newId(), name: '桂园小区', path: COMPOUND, level: 'compound' }),
  ...given,
})

export const makeBody = (given: Partial<Organisation> = {}): Organisation => ({
  id: newId(),
  name: '桂园党支部',
  path: COMPOUND,
  placeId: newId(),
  kind: 'partyOrganisation',
  form: 'compoundBranch',
  termEndsOn: null,
  handles: false,
  hasDutyPhone: false,
  formal: 0,
  probationary: 0,
  joined: 0,
  ...given,
})

export const makePost = (given: Partial<Post> = {}): Post => ({
  id: newId(),
  name: '楼栋长',
  path: COMPOUND,
  placeId: newId(),
  kind: 'buildingHead',
  organisationId: null,
  organisationKind: null,
  holders: ['a'],
  vacantSince: null,
  ...given,
})

export const makeGrid = (given: Partial<Grid> = {}): Grid => ({
  id: newId(),
  name: '第 1 网格',
  path: `${COMPOUND}0001.`,
  level: 2,
  code: null,
  drawn: true,
  households: 400,
  ...given,
})
