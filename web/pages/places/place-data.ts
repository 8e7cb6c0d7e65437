/** What the panes of a place are given: the place with the line above it and how much of each level lies in it. */
import type { ReplyOf } from '#contracts/endpoint.ts'
import type { readRegister } from '#contracts/places.ts'

export type PlaceData = ReplyOf<typeof readRegister>
