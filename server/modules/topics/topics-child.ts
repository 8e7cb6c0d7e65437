/** The process that looks for topics (see find-elsewhere.ts): takes the texts, answers, and is ended. */
import process from 'node:process'
import { findTopics } from './find.ts'
import type { Said } from './group.ts'

process.on('disconnect', () => process.exit())
process.on('message', (said: Said[]) => void process.send?.(findTopics(said)))
