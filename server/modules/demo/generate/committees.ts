/**
 * Posts of party organisations and committees beside the desks: secretaries of grid branches, group leads, anchor households,
 * instructors with three compounds each, chairs and members of owners' committees; one of them also sits in the branch.
 * Source: docs/capabilities/demo.md, "Demo district".
 */
import { BUILDINGS_WITH_GROUP, groupOf, ORG } from './organisation-keys.ts'
import { MODEL_COMPOUND, MODEL_GRID, modelBuilding } from './places.ts'
import type { Random } from './random.ts'
import type { Appoint, DemoPlace, DemoPost } from './types.ts'

/** An instructor 党建指导员 looks after at most three compounds; the last compound waits for one. */
const COMPOUNDS_AN_INSTRUCTOR = 3
const SEATS = 5

export function appointToCommittees(
  places: readonly DemoPlace[],
  posts: readonly DemoPost[],
  random: Random,
  enlist: () => string,
  appoint: Appoint,
): void {
  const membersAt = (placeKey: string) => posts.filter((post) => post.kind === 'member' && post.placeKey === placeKey)
  for (const grid of places.filter(({ gridLevel, key }) => gridLevel === 2 && key !== MODEL_GRID)) {
    const [first] = membersAt(grid.key)
    if (first) appoint(first.personKey, 'branchSecretary', `${grid.name}支部书记`, `org:branch-${grid.key}`, grid.key)
  }
  for (let number = 1; number <= 19; number++) {
    const [lead, anchor = lead] = membersAt(modelBuilding(number))
    if (lead && BUILDINGS_WITH_GROUP.includes(number))
      appoint(lead.personKey, 'groupLead', `${number} 栋党小组长`, groupOf(number), modelBuilding(number))
    if (anchor)
      appoint(anchor.personKey, 'anchorHousehold', `${number} 栋党员中心户`, groupOf(number), modelBuilding(number))
  }

  const compounds = places.filter(({ level }) => level === 'compound')
  let instructor = ''
  compounds.slice(0, -1).forEach((compound, i) => {
    if (i % COMPOUNDS_AN_INSTRUCTOR === 0) instructor = enlist()
    appoint(instructor, 'instructor', '党建指导员', `org:committee-${compound.parentKey ?? ''}`, compound.key)
  })

  const homesHere = random.shuffled(posts.filter(({ kind }) => kind === 'volunteer'))
  compounds.forEach((compound, i) => {
    const here = compound.key === MODEL_COMPOUND
    const organisation = here ? ORG.owners : i % 2 === 0 ? `org:owners-${compound.key}` : undefined
    if (!organisation) return
    for (let seat = here ? 1 : 0; seat < SEATS; seat++) {
      const person = (here ? homesHere[seat]?.personKey : undefined) ?? enlist()
      if (seat === 0) appoint(person, 'committeeChair', '业委会主任', organisation, compound.key)
      else appoint(person, 'committeeMember', '业委会委员', organisation, compound.key)
    }
    const [member] = here ? membersAt(modelBuilding(5)) : []
    if (member) appoint(member.personKey, 'committeeMember', '业委会委员（支部推荐）', organisation, compound.key)
  })
}
