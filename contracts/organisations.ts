/** Organisations over the place tree, what binds them to each other and to places, the chain of responsibility, venues. */
export * from './organisations/chain.ts'
export * from './organisations/chart.ts'
export * from './organisations/file.ts'
export * from './organisations/venues.ts'
