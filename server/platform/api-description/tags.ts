/** Chapters of the description: the part of the address after /api, with what it is about in both languages. */
export const TAGS = [
  { name: 'open311', description: 'Open311 GeoReport v2：其他系统报事、查事 / other systems file and follow requests' },
  { name: 'requests', description: '事项：报、办、评 / requests and their loop' },
  { name: 'places', description: '地方与地图 / places and the map' },
  { name: 'grids', description: '网格 / grids' },
  { name: 'figures', description: '运行数据 / figures' },
  { name: 'people', description: '人员 / people' },
  { name: 'organisations', description: '组织 / organisations' },
  { name: 'households', description: '住户 / households' },
  { name: 'keys', description: '其他系统的密钥 / keys of other systems' },
  { name: 'webhooks', description: '推送 / webhooks' },
  { name: 'other', description: '其他 / everything else' },
] as const

const NAMES: ReadonlySet<string> = new Set(TAGS.map(({ name }) => name))

export function tagOf(url: string): string {
  const [, first = '', second = ''] = url.split('/')
  const part = first === 'open311' ? first : second
  return NAMES.has(part) ? part : 'other'
}
