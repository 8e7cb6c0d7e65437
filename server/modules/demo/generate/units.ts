/**
 * Units around the communities: alliances with 75 units that answer for 218 compounds and buildings, 15 functional branches,
 * owners' and management committees, and the 22 shops of the street with what they promise.
 * Source of the figures: docs/capabilities/demo.md, "Demo district".
 */
import { ALLIANCE, branchOf, ORG } from './organisation-keys.ts'
import { MODEL_COMMUNITY, MODEL_COMPOUND } from './places.ts'
import type { Random } from './random.ts'
import type { AddOrganisation, DemoMembership, DemoSponsorship } from './register-types.ts'
import type { DemoPlace } from './types.ts'

const UNITS = 75
const SPONSORED = 218
const FUNCTIONAL_BRANCHES = 15
const TOPICS = ['平安', '环境', '助老', '文体', '停车']

const TRADES = [
  '学校',
  '卫生院',
  '银行支行',
  '供电所',
  '水务站',
  '公交车队',
  '税务所',
  '图书馆',
  '邮政所',
  '幼儿园',
  '律所',
  '燃气站',
]
const SHOPS: readonly [name: string, pledge: string][] = [
  ['桂香早点', '不用隔夜油'], ['老石头面馆', '明码标价'], ['惠民蔬果', '缺一两补一斤'], ['阿珍裁缝铺', '改坏了赔'],
  ['顺手五金', '上门不另收费'], ['月塘书屋', '放学后可以来写作业'], ['康宁药店', '夜里按铃有人'], ['小满茶饮', '杯子可以自带'],
  ['大成理发', '七十岁以上十元'], ['清风洗衣', '丢失照价赔'], ['童乐文具', '不卖三无玩具'], ['老周修车', '先说价后动手'],
  ['桂园便利店', '可以代收快递'], ['同心家电维修', '修不好不收钱'], ['食为天熟食', '每天留样'], ['花开花店', '枝叶自己清走'],
  ['光明眼镜', '免费调校'], ['一品豆腐坊', '当天做当天卖'], ['阿福烧饼', '油烟管每月清洗'], ['启明打印', '老人打印免费'],
  ['宠爱宠物店', '清洁不外排'], ['四季水果', '坏果包换'],
] // prettier-ignore

const unitKey = (nth: number) => ALLIANCE[nth]?.[0] ?? `org:unit-${nth + 1}`
const allianceOf = (communityKey: string) => `org:alliance-${communityKey}`
const isHouse = ({ level }: DemoPlace) => level === 'compound' || level === 'building'

export function addUnits(add: AddOrganisation, places: readonly DemoPlace[]): void {
  const communities = places.filter(({ level }) => level === 'community')
  const compounds = places.filter(({ level }) => level === 'compound')
  for (const { key, name } of communities)
    add(allianceOf(key), `org:committee-${key}`, 'alliance', `${name}党建联盟`, key)
  for (let nth = ALLIANCE.length; nth < UNITS; nth++) {
    const community = communities[nth % communities.length]
    if (!community) continue
    const trade = TRADES[Math.floor(nth / communities.length) % TRADES.length] ?? ''
    add(unitKey(nth), null, 'allianceUnit', `${community.name.slice(0, 2)}${trade}`, community.key)
  }
  // The first is the model compound's: ORG.peaceBranch.
  const fromModel = [...compounds].sort((a, b) => Number(b.key === MODEL_COMPOUND) - Number(a.key === MODEL_COMPOUND))
  for (let nth = 0; nth < FUNCTIONAL_BRANCHES; nth++) {
    const compound = fromModel[nth % fromModel.length]
    if (compound)
      add(
        `org:functional-${nth + 1}`,
        branchOf(compound.key),
        'partyOrganisation',
        `${compound.name}${TOPICS[nth % TOPICS.length] ?? ''}功能型党支部`,
        compound.key,
        { form: 'functionalBranch' },
      )
  }
  // Every second compound has elected owners, some of the others a management committee; two have neither.
  compounds.forEach(({ key, name }, i) => {
    if (key === MODEL_COMPOUND) return
    if (i % 2 === 0)
      add(`org:owners-${key}`, null, 'ownersCommittee', `${name}业主委员会`, key, { termEndsInDays: 200 + 30 * i })
    else if (i % 4 === 1)
      add(`org:management-${key}`, null, 'managementCommittee', `${name}物业管理委员会`, key, { termEndsInDays: 300 })
  })
  SHOPS.forEach(([name, pledge], i) =>
    add(`org:shop-${i + 1}`, ORG.owners, 'shop', name, MODEL_COMPOUND, {
      duties: '门前五包：卫生、秩序、绿化、设施、文明',
      pledges: [pledge, '门口不占道', '收银台前有老花镜'].slice(0, 2 + (i % 2)),
    }),
  )
}

export function buildMemberships(unitCommunity: (unitKey: string) => string): DemoMembership[] {
  const given = ['场地', '讲座', '义诊', '停车位', '志愿者', '维修']
  return Array.from({ length: UNITS }, (_, nth) => {
    const memberKey = unitKey(nth)
    const community = nth < ALLIANCE.length ? MODEL_COMMUNITY : unitCommunity(memberKey)
    return {
      organisationKey: allianceOf(community),
      memberKey,
      gives: given[nth % given.length] ?? '',
      daysAgo: 300 + nth,
    }
  })
}

/** 218 compounds and buildings, all compounds among them, each looked after by one unit of its community. */
export function buildSponsorships(
  places: readonly DemoPlace[],
  unitCommunity: (unitKey: string) => string,
  random: Random,
): DemoSponsorship[] {
  const byKey = new Map(places.map((place) => [place.key, place]))
  const communityOf = (place: DemoPlace | undefined): string =>
    !place || place.level === 'community' ? (place?.key ?? '') : communityOf(byKey.get(place.parentKey ?? ''))
  const houses = [
    ...places.filter(({ level }) => level === 'compound'),
    ...random.shuffled(places.filter(({ level }) => level === 'building')),
  ].filter(isHouse)
  const units = Array.from({ length: UNITS }, (_, nth) => unitKey(nth))
  return houses.slice(0, SPONSORED).map((house, i) => {
    const near = units.filter((unit) => unitCommunity(unit) === communityOf(house))
    return {
      organisationKey: near[i % near.length] ?? ORG.vocational,
      placeKey: house.key,
      duty: house.level === 'compound' ? '包小区：每月到场一次，联席会出席' : '包楼栋：楼道整治，困难户上门',
      daysAgo: 200 + (i % 90),
    }
  })
}
