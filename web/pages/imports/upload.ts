/** Sends a file to be looked at. @throws ApiError */
import type { ReplyOf } from '#contracts/endpoint.ts'
import { uploadImport, type ImportKind } from '#contracts/imports.ts'
import { request } from '#web/platform/api.ts'

type About = { placeId?: string | undefined; kind?: ImportKind | undefined }

export function uploadFile(file: File, about: About): Promise<ReplyOf<typeof uploadImport>> {
  const query = new URLSearchParams(Object.entries(about).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const body = new FormData()
  body.append('file', file, file.name)
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return request(`${uploadImport.path}?${query}`, { method: uploadImport.method, headers, body })
}
