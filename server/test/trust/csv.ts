/** A sheet as a browser sends it: one field of a multipart form. */
import type { Client } from '#modules/accounts/make.ts'

const BOUNDARY = 'linli-test-boundary'

export const csvForm = (text = '楼栋,单元,房号\n8栋,1单元,301\n') => ({
  payload: Buffer.from(
    `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="homes.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`,
  ),
  contentType: `multipart/form-data; boundary=${BOUNDARY}`,
})

export function sendSheet(client: Client, placeId: string) {
  const { payload, contentType } = csvForm()
  return client.inject('POST', `/api/imports?placeId=${placeId}`, payload, { headers: { 'content-type': contentType } })
}
