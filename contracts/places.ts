/** The place tree (district → … → home), its outlines, the shapes the map draws, and the register of all of it. */
export * from './places/bulk.ts'
export * from './places/divisions.ts'
export * from './places/register.ts'
export * from './places/tree.ts'
