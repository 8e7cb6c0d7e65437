/** Photos: sent before the request or step that they belong to, reachable only through its access rule. */
import Type from 'typebox'
import { endpoint, Id, nullable, shape } from './endpoint.ts'

/** Multipart with one field `photo`; the position inside the photo comes back as data and is stripped from every stored size. */
export const uploadPhoto = endpoint({
  method: 'POST',
  path: '/api/photos',
  access: 'signedIn',
  creates: true,
  summary: 'Send one photo (JPEG, PNG or WebP up to 10 MB)',
  reply: shape({
    id: Id,
    width: Type.Integer(),
    height: Type.Integer(),
    averageColour: Type.String(),
    url: Type.String(),
    takenAt: nullable(Type.String()),
    position: nullable(Type.Object({ lon: Type.Number(), lat: Type.Number() })),
  }),
})
