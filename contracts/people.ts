/** People and the posts they hold, and the log of who looked at what. */
export * from './people/answerable.ts'
export * from './people/passing-on.ts'
export * from './people/persons.ts'
export * from './people/posts.ts'
export * from './people/told.ts'
export * from './people/words.ts'
