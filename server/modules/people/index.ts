/** People, the posts they hold and the organisations they hold them in. What other modules may use. */
export { addOrganisation, type NewOrganisation } from './add-organisation.ts'
export { addPost, appointTo, type Appointment, type NewPost } from './add-post.ts'
export { holdersOf, nameOfHandler, organisationsFor, postsCovering, postsOfOrganisations } from './handling.ts'
export type { CoveringPost, HandlingOrganisation } from './handling.ts'
export { findPersonByPhone } from './person-queries.ts'
export { peopleRoutes } from './routes.ts'
export { organisationsNamed, postsAt, type NamedOrganisation, type PostAt } from './enter-many.ts'
export { appointable } from './may-appoint.ts'
