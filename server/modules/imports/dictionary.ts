/**
 * What headers are called in the files that communities have: property companies, subdistricts, party affairs offices. The
 * first word of each field is the header of our own templates. Compared after NFKC, without spaces, brackets and marks.
 * Source: templates of two open community systems, and the tables quoted in docs/capabilities/imports.md.
 */
import type { ImportField, ImportKind } from '#contracts/imports.ts'

export const HEADERS: Record<ImportField, readonly string[]> = {
  compound: ['小区', '小区名称', '所属小区', '现住小区', '居住小区', '项目名称', '楼盘', '苑', 'compound', 'estate'],
  grid: ['网格', '所属网格', '网格名称', '网格号', '片区', '所属片区', 'grid'],
  building: ['楼栋', '楼栋号', '楼栋编号', '栋号', '栋', '幢号', '幢', '楼号', '号楼', '座', '楼幢', '楼宇', 'building'],
  entrance: ['单元', '单元号', '单元编号', '门洞', '梯号', 'entrance', 'unit', 'stairwell'],
  room: ['房号', '室', '房间', '房间号', '房屋编号', '室号', '户室', '户号', '门牌', '门牌号', 'room', 'flat', 'apartment'],
  homeWords: ['房屋地址', '住址', '门牌地址', '地址', '家庭住址', '居住地址', '现住址', '现住地址', '实际居住地', '房屋坐落', '详细地址', '楼栋房号', '楼室号', '住房', 'address', 'home'],
  floor: ['楼层', '房屋楼层', '所在楼层', '所在层', '层', 'floor', 'storey'],
  floors: ['总层数', '总楼层', '层数', '楼层数', '地上层数', 'floors', 'storeys'],
  households: ['户数', '总户数', '住户数', 'households'],
  usedAs: ['用途', '楼栋用途', '房屋用途', '使用性质', 'use'],
  name: ['姓名', '名字', '业主姓名', '业主名称', '业主', '户主姓名', '户主', '住户姓名', '联系人', '产权人', '所有权人', '居民姓名', '党员姓名', '任职人员', '现任人员', '人员姓名', 'name', 'owner', 'resident'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '电话', '电话号码', '联系方式', '移动电话', '业主电话', 'phone', 'mobile', 'telephone'],
  identity: ['身份证号', '身份证', '身份证号码', '证件号码', '证件号', '公民身份号码', 'identity number', 'id number', 'id card'],
  personRef: ['业主编号', '人员编号', '住户编号', '客户编号', 'owner number', 'person number'],
  personRole: ['业主类型', '人员类型', '住户类型', '与业主关系', 'role'],
  holds: ['房屋性质', '居住性质', '住户性质', '自住或出租', '是否租户', '居住类型', 'tenure'],
  occupants: ['居住人数', '人口数', '家庭人口', '常住人数', '人数', 'occupants'],
  movedInOn: ['入住日期', '入住时间', '迁入日期', '搬入日期', 'moved in'],
  gone: ['是否已迁出', '是否迁出', '是否已死亡', '是否死亡', '是否去世', '是否注销', 'moved out', 'deceased'],
  unitCode: ['车位编码', '车位编号', '车位号', '商铺号', '铺位号', 'parking space', 'shop number'],
  unitKind: ['房屋类型', '物业类型', '产权类型', '车位类型', 'unit kind'],
  area: ['建筑面积', '面积', '房屋面积', '产权面积', '专有面积', '专有部分面积', '产权建筑面积', '登记面积', 'area'],
  areaSource: ['面积来源', '面积依据', 'area source'],
  share: ['份额', '产权份额', '共有份额', '占比', 'share'],
  ownedFrom: ['取得日期', '登记日期', '产权日期', '交房日期', '收房日期', 'owned from'],
  organisation: ['组织名称', '组织', '所在党组织', '所在党支部', '党组织名称', '党支部', '所属党组织', '所属党支部', '单位名称', '机构名称', '商户名称', 'organisation', 'organization', 'branch'],
  organisationKind: ['组织类型', '组织类别', '单位类型', '机构类型', 'kind of organisation'],
  parent: ['上级组织', '上级党组织', '隶属', '上级', 'parent'],
  dutyPhone: ['值班电话', '办公电话', '单位电话', '组织电话', 'duty phone'],
  foundedOn: ['成立日期', '成立时间', '建立日期', '成立', 'founded'],
  termEndsOn: ['换届日期', '届满日期', '换届时间', '届满时间', '任期届满', 'term ends'],
  duties: ['职责', '工作职责', '主要职责', 'duties'],
  postKind: ['岗位类型', '岗位类别', '岗位', '职务', 'post', 'position'],
  postTitle: ['岗位名称', '职务名称', 'title'],
  fromOn: ['任职日期', '任职时间', '起始日期', '开始日期', '聘任日期', 'from'],
  toOn: ['任期至', '结束日期', '截止日期', '到期日期', 'to', 'until'],
  standsAs: ['任职方式', '正副职', '是否代理', 'stands as'],
  stage: ['党员类型', '党员类别', '是否正式党员', '人员类别', 'stage'],
  elsewhere: ['组织关系所在', '组织关系所在单位', '组织关系', '关系所在党组织', 'membership elsewhere'],
  inService: ['是否在职党员', '在职党员', '是否在职', '是否报到党员', 'in service'],
} // prettier-ignore

/** Headers that contain one of our words and mean something else, which is not kept: told apart before anything matches. */
export const OTHER_MEANINGS =
  /户籍|籍贯|关系$|与.*人员关系|出生|性别|年龄|迁出日期|迁往|死亡日期|费用|租金|室内|套内|停车场|户型|品牌|颜色|车类型|备注|文化程度|学历|工作学习|户编号|公摊|单价|户籍所在/

/** Sheet names say what their rows are. */
export const SHEET_NAMES: readonly [words: RegExp, kind: ImportKind][] = [
  [/党员/, 'members'],
  [/岗位|任职|班子/, 'posts'],
  [/组织|单位名册|商户/, 'organisations'],
  [/楼栋|单元信息|楼宇/, 'buildings'],
  [/车位|产权|房屋|业主名册|权属/, 'owners'],
  [/居民|人员|住户|人口|Person/i, 'residents'],
]

type Needs = { needs: readonly (readonly ImportField[])[]; may: readonly ImportField[] }
const HOME = ['compound', 'grid', 'building', 'entrance', 'room', 'homeWords', 'floor'] as const

/** Of each group in `needs` one column is there. Kinds that say more about a row come first when several fit. */
export const KINDS: Record<ImportKind, Needs> = {
  members: {
    needs: [['name'], ['stage', 'organisation', 'elsewhere', 'inService']],
    may: [...HOME, 'phone', 'identity', 'stage', 'organisation', 'elsewhere', 'inService'],
  },
  posts: {
    needs: [['postKind']],
    may: ['compound', 'grid', 'building', 'postTitle', 'organisation', 'name', 'phone', 'fromOn', 'toOn', 'standsAs'],
  },
  organisations: {
    needs: [['organisation'], ['organisationKind', 'parent', 'foundedOn', 'termEndsOn', 'dutyPhone']],
    may: ['organisationKind', 'parent', 'compound', 'grid', 'building', 'dutyPhone', 'foundedOn', 'termEndsOn', 'duties'],
  },
  owners: {
    needs: [
      ['room', 'homeWords', 'unitCode'],
      ['name', 'personRef'],
    ],
    may: [...HOME, 'usedAs', 'name', 'phone', 'identity', 'personRef', 'unitCode', 'unitKind', 'area', 'areaSource', 'share', 'ownedFrom'],
  },
  residents: {
    needs: [['name'], ['room', 'homeWords']],
    may: [...HOME, 'name', 'phone', 'identity', 'holds', 'occupants', 'movedInOn', 'gone'],
  },
  homes: { needs: [['room', 'homeWords']], may: [...HOME, 'usedAs'] },
  buildings: { needs: [['building']], may: ['compound', 'grid', 'entrance', 'floors', 'households', 'usedAs'] },
  roster: { needs: [['personRef'], ['name']], may: ['phone', 'identity', 'personRole'] },
} // prettier-ignore

/** Every field that a kind takes. */
export const fieldsOf = (kind: ImportKind): ImportField[] => [
  ...new Set([...KINDS[kind].needs.flat(), ...KINDS[kind].may]),
]
