/**
 * A district with everybody who takes part in the loop, a sibling area beside it, and hands to play stories with.
 *
 *   district ⊃ subdistrict ⊃ community ⊃ compound ⊃ grids …   (places/make.ts)
 *            ⊃ another subdistrict ⊃ community ⊃ compound ⊃ grid ⊃ building   the sibling area
 */
import { expect } from 'vitest'
import type { StepBody, SubmitBody } from '#contracts/requests.ts'
import type { PostKind } from '#contracts/rights.ts'
import { makePerson, makeTenant, signIn, type Client } from '#modules/accounts/make.ts'
import { makeOrganisation } from '#modules/people/make.ts'
import { makeDistrict, makePlace } from '#modules/places/make.ts'
import { MINUTE } from '#platform/calendar/calendar.ts'
import type { Tx } from '#platform/db.ts'
import { seedCategories } from '#modules/requests/index.ts'
import type { TestApp } from '../make-app.ts'

/** Staff sessions end after half an hour without a sign of life; a moved clock is no sign of life. */
const SIGN_IN_AGAIN_MS = 20 * MINUTE

export type Somebody = {
  personId: string
  /** The post they were made with, or ''. */
  postId: string
  /** A browser in which they are signed in, also after the clock has moved. */
  as(): Promise<Client>
}
export type World = Awaited<ReturnType<typeof makeWorld>>

export async function makeWorld(
  app: TestApp,
  databaseUrl: string,
  { name = '云桥区', host = null as string | null } = {},
) {
  const tenantId = await makeTenant(databaseUrl, { name, host })
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => app.db.withTenant(tenantId, work)
  const made = await inTenant(async (tx) => {
    await seedCategories(tx)
    return makeDistrict(tx, { name })
  })
  const sibling = await inTenant((tx) => makeSibling(tx, made.district))
  const organisations = await inTenant(async (tx) => ({
    property: await makeOrganisation(tx, { name: '桂园物业', placeId: made.compound.id }),
    street: await makeOrganisation(tx, { kind: 'department', name: '街道城管办', placeId: made.subdistrict.id }),
    community: await makeOrganisation(tx, { kind: 'community', name: '桂园社区居委会', placeId: made.community.id }),
    siblingProperty: await makeOrganisation(tx, { name: '兰园物业', placeId: sibling.compound.id }),
  }))

  /** Somebody with at most one post. */
  async function person(
    post?: { kind: PostKind; placeId: string; organisationId?: string; title?: string },
    homePlaceId?: string,
  ): Promise<Somebody> {
    const { personId, postIds } = await makePerson(app, tenantId, { posts: post ? [post] : [], homePlaceId })
    let since = -Infinity
    let client: Client | undefined
    const as = async () => {
      const now = app.now().getTime()
      if (!client || now - since > SIGN_IN_AGAIN_MS) {
        since = now
        client = await signIn(app, tenantId, personId)
      }
      return client
    }
    return { personId, postId: postIds[0] ?? '', as }
  }

  const first = <T>(list: readonly T[]): T => {
    const [one] = list
    if (one === undefined) throw new Error('nothing there')
    return one
  }
  const grid = first(made.grids)
  const building = first(made.buildings)
  const home = first(made.homes)
  const { property, street, community } = organisations
  const people = {
    resident: await person(undefined, home.id),
    neighbour: await person(undefined, made.homes[1]?.id),
    member: await person({ kind: 'member', placeId: made.compound.id, title: '党员' }, home.id),
    volunteer: await person({ kind: 'volunteer', placeId: made.compound.id, title: '志愿者' }),
    buildingHead: await person({ kind: 'buildingHead', placeId: building.id, title: '楼栋长' }),
    areaLead: await person({ kind: 'areaLead', placeId: made.compound.id, title: '片长' }),
    gridLead: await person({ kind: 'gridLead', placeId: grid.id, title: '网格长' }),
    gridWorker: await person({ kind: 'gridWorker', placeId: grid.id, title: '网格员' }),
    dutyOfficer: await person({
      kind: 'dutyOfficer',
      placeId: made.compound.id,
      organisationId: property,
      title: '值班岗',
    }),
    desk: await person({
      kind: 'communityStaff',
      placeId: made.community.id,
      organisationId: community,
      title: '受理岗',
    }),
    followUp: await person({ kind: 'followUpStaff', placeId: made.community.id, title: '回访干部' }),
    secretary: await person({ kind: 'compoundSecretary', placeId: made.compound.id, title: '小区书记' }),
    branchSecretary: await person({ kind: 'branchSecretary', placeId: made.compound.id, title: '支部书记' }),
    chair: await person({ kind: 'committeeChair', placeId: made.compound.id, title: '业委会主任' }),
    unit: await person({ kind: 'unitUser', placeId: made.compound.id, organisationId: property, title: '工程班' }),
    streetUnit: await person({
      kind: 'unitUser',
      placeId: made.subdistrict.id,
      organisationId: street,
      title: '经办人',
    }),
    subdistrict: await person({ kind: 'subdistrictSupervisor', placeId: made.subdistrict.id, title: '街道督办' }),
    district: await person({ kind: 'districtSupervisor', placeId: made.district.id, title: '区督办' }),
    auditor: await person({ kind: 'auditor', placeId: made.district.id, title: '审计' }),
    operator: await person({ kind: 'operator', placeId: made.district.id, title: '系统管理员' }),
  }

  const call = async (who: Somebody, path: string, body?: object, key?: string) =>
    (await who.as()).inject(body ? 'POST' : 'GET', path, body, key ? { key } : {})

  return {
    tenantId,
    made,
    sibling,
    organisations,
    people,
    person,
    inTenant,
    call,
    /** Reports something and gives the request as the reporter sees it. */
    async submit(who: Somebody, body: Partial<SubmitBody> = {}) {
      const given = {
        kind: 'problem',
        text: '8 栋门前路面积水，老人出门不便。',
        location: { placeId: building.id },
        ...body,
      }
      return accepted(await call(who, '/api/requests', given))
    },
    step: (who: Somebody, id: string, action: StepBody['action'], more: Partial<StepBody> = {}) =>
      call(who, `/api/requests/${id}/steps`, { action, ...more }),
    /** A step that must be taken; gives the request as this person sees it afterwards. */
    async take(who: Somebody, id: string, action: StepBody['action'], more: Partial<StepBody> = {}) {
      return accepted(await call(who, `/api/requests/${id}/steps`, { action, ...more }))
    },
    /** A step that must be refused; gives the code. */
    async refused(
      who: Somebody,
      id: string,
      action: StepBody['action'],
      more: Partial<StepBody> = {},
    ): Promise<string> {
      const answer = await call(who, `/api/requests/${id}/steps`, { action, ...more })
      expect(answer.statusCode, answer.body).not.toBe(200)
      return answer.json().code
    },
    view: async (who: Somebody, id: string) => accepted(await call(who, `/api/requests/${id}`)),
    /** Runs everything due, and waits for what that started beside the outbox. */
    async drain() {
      let count = 0
      for (let ran = -1; ran !== 0; count += ran) {
        ran = await app.dispatcher.drain(tenantId)
        await app.services.beside.settled()
      }
      return count
    },
    rows: <T>(text: string, values: readonly unknown[] = []) =>
      inTenant((tx) => tx.many<T>({ text, values: [tenantId, ...values] })),
  }
}

const accepted = (answer: Awaited<ReturnType<Client['inject']>>) => {
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

async function makeSibling(tx: Tx, district: Awaited<ReturnType<typeof makePlace>>) {
  const subdistrict = await makePlace(tx, { level: 'subdistrict', name: '兰溪街道', parent: district, number: 2 })
  const community = await makePlace(tx, { level: 'community', name: '兰园社区', parent: subdistrict })
  const compound = await makePlace(tx, { level: 'compound', name: '兰园小区', parent: community })
  const grid = await makePlace(tx, { level: 'grid', name: '第 1 网格', parent: compound })
  const building = await makePlace(tx, { level: 'building', name: '1 栋', fullName: '兰园小区 1 栋', parent: grid })
  return { subdistrict, community, compound, grid, building }
}
