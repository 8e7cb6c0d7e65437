/**
 * The shape of the category rule pack: what one row may say. Types only.
 * The rows are in rule-pack.ts and the files of pack/; docs/capabilities/categories.md explains every field.
 */
import type { SignpostCode } from './signposts.ts'

export type Words = { zh: string; en: string }

export type RequestKind = 'problem' | 'help' | 'suggestion' | 'practical' | 'urgent'

/** Who handles it when nobody has decided otherwise. */
export type Department = 'property' | 'community' | 'street' | 'members'

/** `limited`: never in any public list, map, count below the minimum or timeline; only reporter, handlers and supervisors. */
export type Privacy = 'public' | 'limited'

/** emergencyHours run day and night from the first minute; natural units run always; working units follow the calendar. */
export type LimitUnit =
  'naturalMinutes' | 'naturalHours' | 'naturalDays' | 'workingHours' | 'workingDays' | 'emergencyHours'

export type Limit = { amount: number; unit: LimitUnit; source: string }

/** accept: taken in or declined. contact: the handler has spoken with the reporter. handle: finished. answer: told the result. */
export type Limits = { accept?: Limit; contact?: Limit; handle?: Limit; answer?: Limit }

export type Choice = Words & { code: string }

export type Question = Words & { code: string; required: boolean } & (
    { type: 'choice'; choices: readonly Choice[] } | { type: 'text' } | { type: 'number' }
  )

/** Where to go when it is not the community's duty, or not its duty first. */
export type Signpost = Words & { code: string; phone?: string; sentence: Words }

/** What a group or a leaf may set; a leaf that is silent takes its group's value. */
type Settings = {
  kinds?: readonly RequestKind[]
  department?: Department
  privacy?: Privacy
  limits?: Limits
  /** Codes of SIGNPOSTS; shown before the resident sends, and with a decline. */
  signposts?: readonly SignpostCode[]
}

export type LeafRow = Words &
  Settings & {
    /** `group.leaf`; kept for ever, a leaf that is no longer offered is marked retired. */
    code: string
    questions?: readonly Question[]
    /** Phrases for the text model, our own words, separated by spaces. */
    seeds: string
    retired?: true
  }

export type GroupRow = Words & Settings & { code: string; icon: Icon; leaves: readonly LeafRow[] }

export type Icon =
  | 'road'
  | 'building'
  | 'lift'
  | 'utility'
  | 'clean'
  | 'tree'
  | 'shield'
  | 'neighbours'
  | 'property'
  | 'care'
  | 'papers'
  | 'idea'
  | 'alarm'
  | 'signpost'
