/** People as staff see them, and their access. */
import Type from 'typebox'
import { ById, changes, endpoint, Id, nullable, shape, Words } from '../endpoint.ts'
import { Phone } from '../accounts.ts'

export const PersonRow = shape({
  id: Id,
  name: Type.String({ description: 'masked: 王＊＊' }),
  phoneMasked: nullable(Type.String()),
  homeName: nullable(Type.String()),
  postTitles: Type.Array(Type.String()),
  disabled: Type.Boolean(),
})

export const listPeople = endpoint({
  method: 'GET',
  path: '/api/people',
  access: 'people.view',
  summary: 'People by name or phone ending, masked',
  query: shape({ q: Type.Optional(Words(40)), after: Type.Optional(Words(200, 0)) }),
  reply: shape({ rows: Type.Array(PersonRow), next: nullable(Type.String()) }),
})

export const createPerson = endpoint({
  method: 'POST',
  path: '/api/people',
  access: 'people.manage',
  creates: true,
  summary: 'Enter a member of staff or a volunteer, who then signs in by phone code',
  body: shape({ name: Words(40), phone: Phone, homePlaceId: Type.Optional(Id) }),
  reply: PersonRow,
})

export const setPersonAccess = endpoint({
  method: 'PATCH',
  path: '/api/people/:id',
  access: 'people.manage',
  summary: 'Close or reopen a person’s access, or give staff a user name and first password; closing ends all sessions',
  params: ById,
  body: changes({ disabled: Type.Boolean(), username: Words(60, 3), password: Words(200, 10) }),
  reply: PersonRow,
})
