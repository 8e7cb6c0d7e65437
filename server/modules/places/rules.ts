/** Pure rules about doors, for whoever reads many of them without a database: the importing process. */
export { homeCode, partOf, readHomeWords, type HomeWords } from './home-words.ts'
