/** Templates with the headers that are understood without asking, and one line that shows how to fill them in. */
import type { ImportField, ImportKind } from '#contracts/imports.ts'
import { fieldsOf, HEADERS } from './dictionary.ts'
import type { SheetToWrite } from './writing.ts'

/** What a template asks; the rest is understood when it is there. */
const ASKED: Record<ImportKind, readonly ImportField[]> = {
  buildings: ['compound', 'building', 'entrance', 'floors', 'households', 'grid', 'usedAs'],
  homes: ['compound', 'building', 'entrance', 'room', 'floor', 'usedAs'],
  owners: ['compound', 'building', 'entrance', 'room', 'name', 'phone', 'area', 'areaSource', 'share', 'ownedFrom'],
  residents: ['compound', 'building', 'entrance', 'room', 'name', 'phone', 'holds', 'occupants', 'movedInOn'],
  roster: ['personRef', 'name', 'phone', 'personRole'],
  organisations: ['organisation', 'organisationKind', 'parent', 'compound', 'dutyPhone', 'foundedOn', 'termEndsOn'],
  posts: ['postKind', 'organisation', 'compound', 'building', 'name', 'phone', 'fromOn', 'toOn'],
  members: ['name', 'phone', 'stage', 'organisation', 'compound', 'building', 'entrance', 'room', 'inService'],
}

const EXAMPLES: Partial<Record<ImportField, string>> = {
  compound: '如：桂园小区',
  building: '如：8栋',
  entrance: '如：2单元',
  room: '如：301',
  floors: '如：18',
  households: '如：72',
  name: '必填，如：王晓燕',
  phone: '如：13800001234',
  area: '如：94.56（平方米）',
  areaSource: '如：不动产登记、测绘、合同',
  share: '如：50%',
  ownedFrom: '如：2020-06-10',
  movedInOn: '如：2020-06-10',
  holds: '如：自住、出租',
  occupants: '如：3',
  personRef: '必填，如：1',
  personRole: '如：业主、家庭成员、租客',
  organisation: '如：桂园小区党支部',
  organisationKind: '如：党支部、业委会、物业公司',
  dutyPhone: '如：0571-88880000',
  foundedOn: '如：2020-07-01',
  termEndsOn: '如：2027-06-30',
  postKind: '必填，如：楼栋长',
  fromOn: '如：2026-01-01',
  toOn: '如：2028-12-31',
  stage: '如：正式党员、预备党员',
  inService: '如：是、否',
}

const SHEETS: Record<ImportKind, string> = {
  buildings: '楼栋单元',
  homes: '房屋',
  owners: '业主',
  residents: '居民',
  roster: '名单',
  organisations: '组织',
  posts: '岗位',
  members: '党员',
}

export function templateOf(kind: ImportKind): SheetToWrite {
  const asked = ASKED[kind].filter((field) => fieldsOf(kind).includes(field))
  return {
    name: SHEETS[kind],
    header: asked.map((field) => HEADERS[field][0] ?? field),
    // left out by itself when the file comes back: it explains
    rows: [asked.map((field) => EXAMPLES[field] ?? '可选')],
  }
}
