/** What a kind cannot do without, so that the page can say so before the server does. Each group: one of them. */
import type { ImportField, ImportKind, ImportPart } from '#contracts/imports.ts'

export const NEEDS: Record<ImportKind, readonly (readonly ImportField[])[]> = {
  buildings: [['building', 'homeWords']],
  homes: [['room', 'homeWords']],
  owners: [
    ['room', 'homeWords', 'unitCode'],
    ['name', 'personRef'],
  ],
  residents: [['name'], ['room', 'homeWords']],
  roster: [['personRef'], ['name']],
  organisations: [['organisation']],
  posts: [['postKind']],
  members: [['name']],
}

export const missingIn = ({ kind, columns }: Pick<ImportPart, 'kind' | 'columns'>) =>
  kind ? NEEDS[kind].filter((group) => !group.some((field) => columns.includes(field))) : []
