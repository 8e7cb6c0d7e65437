/** What a person is told about themselves. */
import type { Me } from '#contracts/accounts.ts'
import { rightsOf } from '#contracts/rights.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db.ts'
import { AppError } from '#platform/errors.ts'
import type { Secrets } from '#platform/secrets.ts'
import type { Tenant } from '#platform/tenants.ts'
import { readOwn } from './me-queries.ts'
import { openPerson } from './people-queries.ts'

type Shown = Pick<Actor, 'personId' | 'capacities' | 'home'>

export async function viewMe(tx: Tx, secrets: Secrets, tenant: Tenant, actor: Shown): Promise<Me> {
  const own = await readOwn(tx, actor)
  if (!own) throw new AppError('sign_in_required')
  const { nickname, phoneMasked, locale, largePrint, homeName, compoundName } = own
  const { home, capacities, personId } = actor
  return {
    personId,
    name: openPerson(secrets, tx.tenantId, { id: personId, ...own }).name,
    nickname,
    phoneMasked,
    locale,
    largePrint,
    home:
      home?.compoundId && home.communityId
        ? {
            placeId: home.placeId,
            placeName: homeName ?? '',
            compoundId: home.compoundId,
            compoundName: compoundName ?? '',
            communityId: home.communityId,
          }
        : null,
    capacities: capacities.map(({ postId, kind, title, organisationId, organisationName, placeId, placeName }) => ({
      postId,
      kind,
      title,
      organisationId,
      organisationName,
      placeId,
      placeName,
    })),
    rights: rightsOf(capacities.map(({ kind }) => kind)),
    tenant: { id: tenant.id, name: tenant.name, demo: tenant.demo, hotline: tenant.hotline },
  }
}
