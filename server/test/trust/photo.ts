/** A photo as a browser sends it: one field of a multipart form. */
import { readFileSync } from 'node:fs'
import type { Client } from '#modules/accounts/make.ts'

const PUDDLE = readFileSync(new URL('../../modules/demo/photos/drawn/puddle-before-1.jpg', import.meta.url))
const BOUNDARY = 'linli-test-boundary'

export const photoForm = (bytes: Buffer = PUDDLE, filename = 'IMG_0001.jpg') => ({
  payload: Buffer.concat([
    Buffer.from(
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="photo"; filename="${filename}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]),
  contentType: `multipart/form-data; boundary=${BOUNDARY}`,
})

export function sendPhoto(client: Client, { key, ...photo }: { key?: string; bytes?: Buffer; filename?: string } = {}) {
  const { payload, contentType } = photoForm(photo.bytes, photo.filename)
  return client.inject('POST', '/api/photos', payload, {
    ...(key && { key }),
    headers: { 'content-type': contentType },
  })
}
