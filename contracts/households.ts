/** Households, the file of each, and the owners' roll: what is kept, for what purpose, and who may open it. */
export * from './households/asks.ts'
export * from './households/consents.ts'
export * from './households/fields.ts'
export * from './households/file.ts'
export * from './households/list.ts'
export * from './households/own.ts'
export * from './households/owners.ts'
export * from './households/words.ts'
