/** Ids are UUID v7: unique without the database, and in the order of time. */
import { uuidv7 } from 'uuidv7'

export const newId = (): string => uuidv7()
