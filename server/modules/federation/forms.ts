/** Bodies of forms: urlencoded as the specification has it, multipart where photos go along. */
import { newId } from '#platform/ids.ts'

export type Fields = Record<string, string>
export type FilePart = { name: string; fileName: string; type: string; bytes: Buffer }

export const formOf = (fields: Fields) => ({
  type: 'application/x-www-form-urlencoded; charset=utf-8',
  body: Buffer.from(new URLSearchParams(fields).toString()),
})

/** The boundary is random: nothing in the parts can end one. Names are our own words. */
export function multipartOf(fields: Fields, files: readonly FilePart[]) {
  const boundary = `linli-${newId()}`
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  for (const { name, fileName, type, bytes } of files) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`
    parts.push(Buffer.from(head), bytes, Buffer.from('\r\n'))
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`))
  return { type: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) }
}
