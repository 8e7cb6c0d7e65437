/** The process that looks for topics (see find-elsewhere.ts): takes the texts, answers, and is ended. */
import process from 'node:process'
import { findTopics, type Found } from './find.ts'
import type { Said } from './group.ts'

export type Ask = Said[]
export type Reply = Found[]

process.on('disconnect', () => process.exit())
process.on('message', (said: Ask) => void process.send?.(findTopics(said) satisfies Reply))
