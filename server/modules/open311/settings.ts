/** HTTP for the desk: how categories are offered to other systems. */
import { listOpen311Services, setOpen311Service, type OfferedService } from '#contracts/open311.ts'
import { actingCapacity, record } from '#modules/audit/index.ts'
import { AppError } from '#platform/errors.ts'
import { serve, type App } from '#platform/http.ts'
import type { Tenants } from '#platform/tenants.ts'
import { jurisdictionOf } from './jurisdictions.ts'
import { saveSetting } from './queries.ts'
import { allServices, attributesOf, type Service } from './services.ts'

export function settingRoutes(app: App, tenants: Tenants): void {
  serve(app, listOpen311Services, async ({ tx, request }) => {
    const origin = `${request.protocol}://${request.host}`
    const tenant = await tenants.byId(tx.tenantId)
    const services = (await allServices(tx)).map(viewSetting)
    return {
      endpointUrl: `${origin}/open311/v2`,
      discoveryUrl: `${origin}/open311/discovery.json`,
      jurisdictionId: jurisdictionOf(tenant),
      services,
    }
  })

  serve(app, setOpen311Service, async ({ params, body, actor, tx, now }) => {
    const find = async () => (await allServices(tx)).find(({ code }) => code === params.code)
    const before = await find()
    if (!before) throw new AppError('category_not_found', { field: 'code' })
    const attributes = body.attributes ?? before.own
    refuseUnusable(before, attributes)
    await saveSetting(tx, { code: before.code, offered: body.offered ?? before.offered, attributes })
    await record(tx, {
      at: now,
      what: 'setOpen311Service',
      actorPersonId: actor.personId,
      capacity: actingCapacity(actor, 'connections.manage'),
      subject: `${before.zh}：${body.offered ?? before.offered}`,
    })
    return viewSetting((await find()) ?? before)
  })
}

/** A list without values, or two attributes of one code, could not be answered. @throws malformed */
function refuseUnusable(service: Service, attributes: Service['own']) {
  const codes = [...(service.category?.questions ?? []), ...attributes].map(({ code }) => code)
  if (new Set(codes).size < codes.length)
    throw new AppError('malformed', { field: 'attributes', problem: 'code twice' })
  for (const { datatype, values } of attributes)
    if (datatype.endsWith('list') !== (values !== undefined))
      throw new AppError('malformed', { field: 'attributes', problem: 'values belong to lists, and to them only' })
}

const viewSetting = (service: Service): OfferedService => ({
  code: service.code,
  name: service.zh,
  nameEn: service.en,
  group: service.groupZh,
  groupEn: service.groupEn,
  limited: service.category?.privacy === 'limited',
  offered: service.offered,
  byRule: service.byRule,
  questionCount: attributesOf(service, 'zh').length - service.own.length,
  attributes: service.own,
})
