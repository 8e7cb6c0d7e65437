/** What the registers of the demo hold beside places, people and posts; by key, as in types.ts. */
import type { OrganisationKind } from '#contracts/people.ts'
import type { PostKind } from '#contracts/rights.ts'

export type DemoHousehold = {
  key: string
  homeKey: string
  holds: 'owner' | 'tenant'
  occupants: number
  contactKey: string | null
  memberKeys: string[]
  movedInDaysAgo: number
  /** Null: nobody has asked since it was entered. */
  confirmedDaysAgo: number | null
}

export type DemoOwnedUnit = {
  key: string
  placeKey: string
  kind: 'home' | 'shop'
  code: string
  /** 0.01 m². */
  areaCenti: number
  areaSource: 'REGISTRY' | 'SURVEY' | 'CONTRACT'
  basis: 'REGISTERED' | 'POSSESSION' | 'DEVELOPER'
  personKeys: string[]
  organisationKey: string | null
  fromDaysAgo: number
}

export type DemoMember = {
  personKey: string
  stage: 'formal' | 'probationary'
  organisationKey: string | null
  elsewhere: string | null
  foundBy: 'organisation' | 'member'
  confirmedDaysAgo: number
}

export type DemoReportCard = {
  personKey: string
  placeKey: string
  unitName: string
  skills: string[]
  freeTimes: string[]
  wants: string[]
  words: string
  status: 'sent' | 'accepted' | 'returned'
  sentDaysAgo: number
}

export type DemoPlate = { personKey: string; homeKey: string; words: string; canHelp: string[]; litDaysAgo: number }

export type DemoPairing = {
  personKey: string
  homeKey: string
  status: 'accepted' | 'proposed'
  daysAgo: number
}

/** One organisation in another: an alliance's members. */
export type DemoMembership = { organisationKey: string; memberKey: string; gives: string; daysAgo: number }
export type DemoSponsorship = { organisationKey: string; placeKey: string; duty: string; daysAgo: number }

export type DemoVenue = {
  kind: 'parlour' | 'neighbourStation' | 'serviceCentre' | 'deliberationHall'
  name: string
  placeKey: string
  organisationKey: string
  areaCenti: number
  hasSign: boolean
  functions: string[]
}

export type DemoReserve = { personKey: string; postKind: PostKind; placeKey: string; reason: string; daysAgo: number }

export type DemoCandidate = {
  personKey: string
  channel: 'self' | 'residents' | 'community' | 'openAssessment'
  statement: string
  supporters: number
  vetted: { step: string; passed: boolean; reason: string }[]
}
export type DemoSelection = {
  key: string
  title: string
  organisationKey: string
  placeKey: string
  seats: { postKey: string; seats: number }[]
  vettingSteps: string[]
  status: 'nominating' | 'vetting'
  fromDaysAgo: number
  nominateInDays: number
  candidates: DemoCandidate[]
}

export type DemoChainLevel = {
  number: number
  name: string
  nameEn: string
  placeLevel: string
  gridLevel: number | null
  postKinds: PostKind[]
  forms: string[]
}

/** What an organisation shows of itself beside its name. */
export type Shown = {
  form?: string
  foundedDaysAgo?: number
  termEndsInDays?: number
  dutyPhone?: string
  duties?: string
  pledges?: string[]
}
export type AddOrganisation = (
  key: string,
  parentKey: string | null,
  kind: OrganisationKind,
  name: string,
  placeKey: string,
  shown?: Shown,
) => void

export type DemoRegisters = {
  households: DemoHousehold[]
  ownedUnits: DemoOwnedUnit[]
  members: DemoMember[]
  reportCards: DemoReportCard[]
  plates: DemoPlate[]
  pairings: DemoPairing[]
  memberships: DemoMembership[]
  sponsorships: DemoSponsorship[]
  venues: DemoVenue[]
  reserve: DemoReserve[]
  selections: DemoSelection[]
  chain: DemoChainLevel[]
}
