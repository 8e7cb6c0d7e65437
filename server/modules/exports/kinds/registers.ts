/** Registers: places, grids, organisations, posts, venues. */
import { readGrids, type GridView } from '#contracts/grids.ts'
import { listOrganisations, listVenues, type OrganisationView, type VenueView } from '#contracts/organisations.ts'
import { listPosts, type PostView } from '#contracts/people.ts'
import { listRegister, readRegister, type RegisterPlace } from '#contracts/places.ts'
import { wound } from '../geojson.ts'
import { kind, only, text, type Column, type Geometry } from './kind.ts'

const point = ({ lon, lat }: RegisterPlace): Geometry | null =>
  lon === null || lat === null ? null : { type: 'Point', coordinates: [lon, lat] }
/** 9990 is 99.9 m². */
const squareMetres = (centi: number | null) => (centi === null ? '' : String(centi / 100))

/** The tree in its order, down to buildings: the cursor holds the places that are still to be opened. */
export const register = kind<RegisterPlace>({
  title: ['地方登记册', 'Register of places'],
  columns: [
    ['层级', 'Level', 10, (row, { word }) => word('level', row.level)],
    ['名称', 'Name', 24, ({ name }) => name],
    ['全名', 'Full name', 44, ({ fullName }) => fullName],
    ['代码', 'Code', 16, ({ code }) => code ?? ''],
    ['户数（户）', 'Households', 12, ({ households }, { number }) => number(households)],
    ['居民（人）', 'Residents', 12, ({ residents }, { number }) => number(residents)],
    ['层数', 'Floors', 8, ({ floors }, { number }) => number(floors)],
    ['用途', 'Used as', 12, (row, { word }) => (row.level === 'building' ? word('usedAs', row.usedAs) : '')],
    ['已画边界', 'Drawn', 10, ({ drawn }, { yes }) => yes(drawn)],
  ],
  places: (_tx, rows) => rows.map(point),
  async read({ ask, filters }, from) {
    const [placeId, ...later] = Array.isArray(from) ? (from as string[]) : [text(filters['parentId']) ?? ''] // ids, as written below
    const top = from === null && placeId ? [(await ask(readRegister, { params: { id: placeId } })).place] : []
    const inside = await ask(listRegister, { query: placeId ? { parentId: placeId } : {} })
    const open = inside.filter(({ level, children }) => level !== 'building' && children > 0).map(({ id }) => id)
    const next = [...open, ...later]
    return { rows: [...top, ...inside], next: next.length > 0 ? next : null }
  },
})

export const grids = kind<GridView & { scope: string; names: string }>({
  title: ['网格', 'Grids'],
  columns: [
    ['所在', 'In', 24, ({ scope }) => scope],
    ['网格', 'Grid', 20, ({ name }) => name],
    ['编号', 'Code', 16, ({ code }) => code ?? ''],
    ['户数（户）', 'Households', 12, ({ households }) => String(households)],
    ['楼栋（栋）', 'Buildings', 10, ({ buildingIds }) => String(buildingIds.length)],
    ['有哪些楼栋', 'Which', 60, ({ names }) => names],
    ['面积（平方米）', 'Area (m²)', 16, ({ areaM2 }) => (areaM2 === null ? '' : String(Math.round(areaM2)))],
  ],
  places: (_tx, rows) => rows.map(({ outline }) => outline && wound(outline)),
  async read({ ask, filters }) {
    const view = await ask(readGrids, {
      params: { scopeId: text(filters['scopeId']) },
      query: only(filters, ['level', 'on']),
    })
    const nameOf = new Map(view.buildings.map(({ id, name }) => [id, name]))
    const rows = view.grids.map((grid) => ({
      ...grid,
      scope: view.scope.name,
      names: grid.buildingIds.map((id) => nameOf.get(id) ?? '').join('、'),
    }))
    return { rows, next: null }
  },
})

const ORGANISATION: readonly Column<OrganisationView>[] = [
  ['名称', 'Name', 30, ({ name }) => name],
  ['类别', 'Kind', 14, (row, { word }) => word('organisationKind', row.kind)],
  ['形式', 'Form', 14, (row, { word }) => word('form', row.form)],
  ['设在', 'Place', 30, ({ placeName }) => placeName],
  ['可派单', 'Handles requests', 10, ({ handles }, { yes }) => yes(handles)],
  ['值班电话', 'Duty phone', 16, ({ dutyPhone }) => dutyPhone ?? ''],
  ['本届到期', 'Term ends', 14, (row, { day }) => day(row.termEndsOn)],
  ['岗位（个）', 'Posts', 10, ({ postCount }) => String(postCount)],
  ['空缺（个）', 'Vacant', 10, ({ vacantCount }) => String(vacantCount)],
  ['成员单位（家）', 'Members', 12, ({ memberCount }) => String(memberCount)],
]
export const organisations = kind<OrganisationView>({
  title: ['组织', 'Organisations'],
  columns: ORGANISATION,
  read: async ({ ask }) => ({ rows: await ask(listOrganisations), next: null }),
})
export const shops = kind<OrganisationView>({
  title: ['商户', 'Shops'],
  columns: ORGANISATION,
  read: async ({ ask }) => ({ rows: (await ask(listOrganisations)).filter((one) => one.kind === 'shop'), next: null }),
})

/** Names as the list shows them to whoever takes it out. */
const names = (terms: PostView['holders']) => terms.map(({ name }) => name).join('、')
export const posts = kind<PostView>({
  title: ['岗位与任职', 'Posts and who holds them'],
  columns: [
    ['岗位', 'Post', 24, ({ title }) => title],
    ['种类', 'Kind', 14, (row, { word }) => word('postKind', row.kind)],
    ['组织', 'Organisation', 26, ({ organisationName }) => organisationName ?? ''],
    ['管到', 'Over', 30, ({ placeName }) => placeName],
    ['现任', 'Held by', 26, ({ holders }) => names(holders)],
    ['任期', 'Term', 24, ({ holders }) => holders.map(({ fromOn, toOn }) => `${fromOn}—${toOn ?? ''}`).join('、')],
    ['将任', 'Coming', 20, ({ coming }) => names(coming)],
    ['空缺', 'Vacant', 8, ({ vacant }) => String(vacant)],
  ],
  read: ({ ask, filters }, from) =>
    ask(listPosts, {
      query: { ...only(filters, ['placeId', 'organisationId', 'kind', 'q', 'vacant']), ...(from && { after: from }) },
    }),
})

export const venues = kind<VenueView>({
  title: ['阵地', 'Venues'],
  columns: [
    ['名称', 'Name', 26, ({ name }) => name],
    ['类别', 'Kind', 14, (row, { word }) => word('venueKind', row.kind)],
    ['地点', 'Place', 30, ({ placeName }) => placeName],
    ['归谁', 'Run by', 26, ({ organisationName }) => organisationName ?? ''],
    ['面积（平方米）', 'Area (m²)', 14, ({ areaCenti }) => squareMetres(areaCenti)],
    ['有标牌', 'Sign', 10, ({ hasSign }, { yes }) => yes(hasSign)],
    ['功能', 'Functions', 40, ({ functions }) => functions.join('、')],
  ],
  read: async ({ ask, filters }) => ({
    rows: await ask(listVenues, { query: only(filters, ['placeId']) }),
    next: null,
  }),
})
