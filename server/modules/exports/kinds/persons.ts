/**
 * Lists about persons, as they are shown: masked. No phone, not even masked; of members no name, because being one is itself
 * to be protected. Nothing of level L3 is in a file. Source: docs/security.md, "Exports"; docs/capabilities/households.md.
 */
import { listHouseholds, listOwners, type HouseholdLine, type RollLine } from '#contracts/households.ts'
import { listMembers, type MemberRow } from '#contracts/members.ts'
import { kind, only } from './kind.ts'

export const households = kind<HouseholdLine>({
  title: ['住户', 'Households'],
  columns: [
    ['楼栋', 'Building', 26, ({ buildingName }) => buildingName],
    ['门牌', 'Door', 16, ({ door }) => door ?? ''],
    ['联系人', 'Contact', 14, ({ contactName }) => contactName ?? ''],
    ['能联系上', 'Can be reached', 12, ({ contactPhone, householdId }, { yes }) => yes(householdId ? contactPhone !== null : null)],
    ['登记（人）', 'People', 10, ({ people }) => String(people)],
    ['居住（人）', 'Occupants', 10, ({ occupants }, { number }) => number(occupants)],
    ['房屋', 'Held as', 10, ({ holds, householdId }, { word }) => (householdId ? word('holds', holds) : '')],
    ['上次核对', 'Last checked', 14, ({ confirmedOn }, { day }) => day(confirmedOn)],
  ], // prettier-ignore
  about: ({ householdId }) => ({ householdId }),
  read: ({ ask, filters }, from) =>
    ask(listHouseholds, { query: { ...only(filters, ['placeId', 'only']), ...(from && { after: from }) } }),
})

export const owners = kind<RollLine>({
  title: ['业主名册', 'Owners’ roll'],
  columns: [
    ['楼栋', 'Building', 26, ({ buildingName }) => buildingName],
    ['专有部分', 'Unit', 16, ({ code }) => code],
    ['种类', 'Kind', 10, (row, { word }) => word('unitKind', row.kind)],
    ['面积（平方米）', 'Area (m²)', 14, ({ areaCenti }) => (areaCenti === null ? '' : String(areaCenti / 100))],
    ['面积来源', 'Source of the area', 18, (row, { word }) => word('areaSource', row.areaSource)],
    ['业主', 'Owners', 24, ({ owners: sets }) => sets.map(({ name }) => name).join('、')],
    ['业主人数序号', 'Head', 12, ({ head }, { number }) => number(head)],
    ['取得日期', 'Owned from', 14, (row, { day }) => day(row.fromOn)],
    ['核验日期', 'Proof checked', 14, (row, { day }) => day(row.proofCheckedOn)],
  ],
  about: ({ unitId }) => ({ unitId }),
  read: ({ ask, filters }, from) =>
    ask(listOwners, { query: { ...only(filters, ['placeId', 'on', 'withParking']), ...(from && { after: from }) } }),
})

export const members = kind<MemberRow>({
  title: ['党员（不含姓名）', 'Members (without names)'],
  columns: [
    ['类型', 'Stage', 14, (row, { word }) => word('stage', row.stage)],
    ['状态', 'State', 16, (row, { word }) => word('memberState', row.state)],
    ['在职', 'Employed elsewhere', 10, ({ inService }, { yes }) => yes(inService)],
    ['组织关系', 'Organisation', 26, ({ organisation, elsewhere }) => organisation?.name ?? elsewhere ?? ''],
    ['所住楼栋', 'Building', 26, ({ buildingName }) => buildingName ?? ''],
    ['网格', 'Grids', 22, ({ gridNames }) => gridNames.join('、')],
    ['报到卡', 'Report card', 16, (row, { word }) => word('card', row.cardStatus)],
  ],
  about: ({ id }) => ({ personId: id }),
  read: ({ ask, filters }, from) =>
    ask(listMembers, { query: { ...only(filters, ['placeId', 'filter']), ...(from && { after: from }) } }),
})
