/** The decoder's process (see photo-process.ts): takes the bytes of one photo at a time, answers with what is in it. */
import { answerBy } from '#platform/elsewhere/answer.ts'
import { drawVariants, readHeader, type Variant, type VariantName } from './photo-drawing.ts'
import { readPhotoFacts, type PhotoFacts } from './photo-facts.ts'

export type ReadPhoto = PhotoFacts & { sizes: Record<VariantName, Variant>; averageColour: string }

answerBy<Buffer, ReadPhoto>(async (bytes) => {
  const { exif } = await readHeader(bytes)
  return { ...(await drawVariants(bytes)), ...(await readPhotoFacts(exif)) }
})
