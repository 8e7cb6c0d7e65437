/**
 * A database of its own for a test file, copied from the migrated template in some ten milliseconds.
 * Tests of one file share it, so each makes its own rows; nothing is cleaned between them.
 */
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { withDatabase } from './database-url.ts'

/** Call at the top of a test file: its URL connects as the owner; the copy goes when the file is done. */
export async function useDatabase(): Promise<string> {
  const database = await copyTemplate()
  afterAll(database.drop)
  return database.url
}

/** The same for whoever decides when it goes; `options` end its CREATE DATABASE. */
export async function copyTemplate({ from = templateName(), options = '' } = {}) {
  const name = `linli_test_${randomUUID().replaceAll('-', '')}`
  await onServer(`create database ${name} template ${from} ${options}`)
  return {
    url: withDatabase(inject('templateUrl'), name),
    drop: () => onServer(`drop database ${name} with (force)`),
  }
}

const templateName = () => new URL(inject('templateUrl')).pathname.slice(1)

/** CREATE DATABASE runs outside the database it makes, and not in its template: `postgres` is always there. */
async function onServer(statement: string) {
  const client = new Client(withDatabase(inject('templateUrl'), 'postgres'))
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
