/**
 * The shape of the category rule pack: what one row may say. Types only.
 * The rows are in rule-pack.ts and the files of pack/; docs/capabilities/categories.md explains every field.
 */
import type { RequestKind } from '#contracts/requests.ts'
import type { CategoryLimits } from '../clock/limits.ts'
import type { SignpostCode } from './signposts.ts'

export type Words = { zh: string; en: string }

/** Who handles it when nobody has decided otherwise. */
export type Department = 'property' | 'community' | 'street' | 'members'

/** `limited`: never in a public list, map or timeline, nor in a count below the minimum; only reporter, handlers and supervisors. */
export type Privacy = 'public' | 'limited'

export type Choice = Words & { code: string }

export type Question = Words & { code: string; required: boolean } & (
    { type: 'choice'; choices: readonly Choice[] } | { type: 'text' } | { type: 'number' }
  )

/** What a group or a leaf may set; a leaf that is silent takes its group's value. */
type Settings = {
  kinds?: readonly RequestKind[]
  department?: Department
  privacy?: Privacy
  limits?: CategoryLimits
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
