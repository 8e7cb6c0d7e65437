/** The process that looks for topics (see find-elsewhere.ts): takes the texts, answers with what it found. */
import { answerBy } from '#platform/elsewhere/answer.ts'
import { findTopics, type Found } from './find.ts'
import type { Said } from './group.ts'

export type Ask = Said[]
export type Answer = Found[]

answerBy<Ask, Answer>(findTopics)
