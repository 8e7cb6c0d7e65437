/**
 * What waits at this very hour, so that every kind of person finds work on the first page: new ones at the
 * desk, late ones, a returned one, questions, requests for time, rungs of the ladder, answers to confirm.
 */
import { ORG } from './organisation-keys.ts'
import { after, before, type Story, type Who } from './script.ts'

const engineering = { organisationKey: ORG.engineering }
const cleaning = { organisationKey: ORG.cleaning }
const order = { organisationKey: ORG.order }
const drainage = { organisationKey: ORG.drainage }
const MINUTES_A_DAY = 1440

// prettier-ignore
export function waitingNow(neighbours: readonly Who[]): Story[] {
  const n = (i: number): Who => neighbours[(i + 11) % neighbours.length] ?? 'member'
  return [
    // at the desk, not yet taken in
    { key: 'new-1', kind: 'problem', category: 'utility.drain', spot: 'east-bins', reporter: n(1), title: '8 栋一楼厨房反水', text: '洗菜池往上冒，拿盆接着呢。', lines: [['12m', 'submit', n(1)]] },
    { key: 'new-2', kind: 'problem', category: 'road.badParking', spot: 'parking-north', reporter: n(2), title: '北侧停车带堵住了出口', text: '一辆面包车横着停，出不去。', lines: [['26m', 'submit', n(2), { photos: before('parking') }]] },
    { key: 'new-3', kind: 'suggestion', category: 'clean.sorting', spot: 'pond', reporter: n(3), title: '雨水桶放哪儿，给个主意', text: '想在月塘边放两个接雨水的桶浇花，放哪儿不碍事？', lines: [['95m', 'submit', n(3)]] },
    { key: 'new-4', kind: 'help', category: 'care.phone', spot: 'station', reporter: 'elder', helper: 'gridWorker', channel: 'door', title: '想学用手机挂号', text: '孩子教过一次又忘了，想有人慢慢教。', lines: [['70m', 'submit', 'elder']] },
    { key: 'accepted-1', kind: 'problem', category: 'building.roof', spot: 'bike-shed', reporter: n(4), helper: 'head12', channel: 'door', title: '14 栋顶楼漏水，要进户看', text: '下大雨时从灯座往下滴，不敢开灯。', lines: [['200m', 'submit', n(4), { photos: before('leak') }], ['150m', 'accept', 'intake']] },

    // sent, and late or nearly so
    { key: 'late-1', kind: 'problem', category: 'utility.drain', spot: 'east-bins', reporter: n(5), helper: 'intake', channel: 'telephone', title: '8 栋二单元下水道返味', text: '三天了，味道从地漏上来，关着门都闻得到。', lines: [['3d 09:20', 'submit', n(5)], ['3d 09:30', 'accept', 'intake'], ['3d 09:34', 'dispatch', 'intake', { handler: engineering }], ['3d 11:00', 'takeOn', 'engineer'], ['1d 10:15', 'urge', n(5), { note: '今天再不来我找书记了。' }]] },
    { key: 'late-2', kind: 'problem', category: 'safety.fireLane', spot: 'parking-north', reporter: n(6), title: '3 栋消防通道天天停车', text: '说过好几回，晚上照样停满。', lines: [['9d 20:10', 'submit', n(6), { photos: before('parking', 2) }], ['8d 08:20', 'accept', 'intake'], ['8d 08:25', 'dispatch', 'intake', { handler: order }], ['8d 09:00', 'takeOn', 'guard'], ['8d 09:40', 'contact', 'guard', { reached: true, note: '晚上八点去看。' }], ['5d 20:30', 'progress', 'guard', { note: '劝走四辆，还有两辆联系不上。' }]] },
    { key: 'late-3', kind: 'problem', category: 'building.facade', spot: 'lamp-15', reporter: n(7), title: '15 栋外墙鼓包', text: '二楼窗台边鼓起来一块，怕掉。', lines: [['12d 15:00', 'submit', n(7), { photos: before('leak', 2) }], ['12d 15:40', 'accept', 'intake'], ['12d 15:45', 'dispatch', 'intake', { handler: engineering }], ['12d 17:00', 'takeOn', 'engineer'], ['11d 09:00', 'contact', 'engineer', { reached: true, note: '拉了警戒线。' }], ['2d 10:00', 'supervise', 'subdistrict', { note: '有坠落危险，两天内拿出办法。', untilInMinutes: 4 * MINUTES_A_DAY }]] },

    // being done
    { key: 'doing-1', kind: 'problem', category: 'road.ebikeShed', spot: 'bike-shed', reporter: n(8), title: '14 栋车棚充电口坏了五个', text: '晚上抢不到，有人又往楼上拉线了。', lines: [['1d 18:20', 'submit', n(8), { photos: before('shed') }], ['1d 18:50', 'accept', 'intake'], ['1d 18:55', 'dispatch', 'intake', { handler: engineering }], ['3h', 'takeOn', 'engineer'], ['150m', 'contact', 'engineer', { reached: true, note: '看过了，要换五个座。' }], ['60m', 'progress', 'engineer', { note: '换好两个，下午换完。' }]] },
    { key: 'doing-2', kind: 'problem', category: 'clean.bulky', spot: 'west-gate', reporter: n(9), title: '西门口一堆装修垃圾', text: '水泥袋码了半人高，占了半条路。', lines: [['1d 16:40', 'submit', n(9), { photos: before('bulky') }], ['1d 17:05', 'accept', 'intake'], ['1d 17:09', 'dispatch', 'intake', { handler: cleaning }], ['2h', 'takeOn', 'cleaner']] },
    { key: 'sent-1', kind: 'problem', category: 'building.door', spot: 'east-gate', reporter: n(10), title: '12 栋一单元门禁不识别', text: '刷脸刷卡都不行，要喊人开门。', lines: [['110m', 'submit', n(10)], ['100m', 'accept', 'intake'], ['98m', 'dispatch', 'intake', { handler: engineering }]] },
    { key: 'sent-2', kind: 'problem', category: 'utility.drain', spot: 'south-gate', reporter: n(12), title: '南门外雨水口堵了', text: '雨一大水就倒灌进商业街。', lines: [['130m', 'submit', n(12), { photos: before('puddle', 2) }], ['120m', 'accept', 'intake'], ['118m', 'dispatch', 'intake', { handler: drainage }]] },

    // decisions to make
    { key: 'returned-1', kind: 'problem', category: 'green.trees', spot: 'garden', reporter: n(13), title: '10 栋前大树枝碰到电线', text: '风一吹就打火花似的响。', lines: [['1d 09:10', 'submit', n(13)], ['1d 09:20', 'accept', 'intake'], ['1d 09:24', 'dispatch', 'intake', { handler: cleaning }], ['85m', 'giveBack', 'cleaner', { reasonCode: 'beyondPower', note: '挨着电线我们不能锯，要供电的人一起。' }]] },
    { key: 'ask-time', kind: 'problem', category: 'green.fitness', spot: 'garden', reporter: n(14), title: '中心花园扭腰器松了', text: '一踩就歪，老人差点摔。', lines: [['3d 07:30', 'submit', n(14)], ['3d 08:20', 'accept', 'intake'], ['3d 08:24', 'dispatch', 'intake', { handler: engineering }], ['3d 10:00', 'takeOn', 'engineer'], ['3d 10:30', 'contact', 'engineer', { reached: true, note: '先绑住了，不能用。' }], ['130m', 'askTime', 'engineer', { note: '轴承要从厂里发，多要三天。', untilInMinutes: 3 * MINUTES_A_DAY }]] },
    { key: 'ask-shelve', kind: 'practical', category: 'building.roof', spot: 'lamp-5', reporter: n(15), title: '5 栋整栋屋面防水重做', text: '补了三回，哪回都管不了半年。', lines: [['6d 10:00', 'submit', n(15), { photos: before('leak', 1) }], ['6d 10:30', 'accept', 'intake'], ['6d 10:36', 'dispatch', 'intake', { handler: engineering }], ['6d 14:00', 'takeOn', 'engineer'], ['6d 15:30', 'contact', 'engineer', { reached: true, note: '上屋面看过了。' }], ['1d 15:00', 'askShelve', 'engineer', { reasonCode: 'needsVote', note: '要动维修资金，等业主表决。', reviewInDays: 60 }]] },
    { key: 'question', kind: 'problem', category: 'neighbour.homeNoise', spot: 'east-gate', reporter: 'resident', title: '楼上夜里有机器声', text: '嗡嗡响，一响就是一小时。', lines: [['2d 22:40', 'submit', 'resident'], ['1d 08:20', 'accept', 'intake'], ['1d 08:30', 'dispatch', 'intake', { handler: { postOf: 'person:head12' } }], ['1d 09:00', 'takeOn', 'head12'], ['1d 10:00', 'askReporter', 'head12', { note: '一般几点响？是正上方还是隔壁？' }]] },

    // on the ladder
    { key: 'ladder-1', kind: 'practical', category: 'utility.waterOff', spot: 'pump-room', reporter: n(16), title: '二次供水泵房谁出钱修', text: '五楼水小了两个月，泵老了。物业说要维修资金，业委会说先查账。', lines: [['16d 19:20', 'submit', n(16)], ['15d 08:30', 'accept', 'intake'], ['15d 08:40', 'dispatch', 'intake', { handler: engineering }], ['15d 10:00', 'takeOn', 'engineer'], ['15d 15:00', 'contact', 'engineer', { reached: true, note: '看了泵，也看了账。' }], ['10d 15:00', 'escalate', 'secretary', { level: 'areaDispatch', note: '物业和业委会一起说清楚。' }], ['6d 16:00', 'bringBack', 'secretary', { note: '会上没定下来，钱要大家商量。' }], ['5d 09:00', 'escalate', 'secretary', { level: 'weekendCouncil', note: '周日上议事会，业主都能来听。' }]] },
    { key: 'ladder-2', kind: 'practical', category: 'road.parkingSpace', spot: 'parking-north', reporter: n(17), title: '北侧停车带怎么分', text: '新画的十二个位，先到先停天天吵架。', lines: [['7d 12:00', 'submit', n(17), { photos: before('parking', 1) }], ['7d 14:00', 'accept', 'intake'], ['7d 14:10', 'dispatch', 'intake', { handler: order }], ['7d 15:00', 'takeOn', 'guard'], ['7d 16:00', 'contact', 'guard', { reached: true, note: '和几家都通了电话。' }], ['2d 11:00', 'escalate', 'secretary', { level: 'areaDispatch', note: '停车自管小组和物业一起定办法。' }]] },
    { key: 'ladder-3', kind: 'suggestion', category: 'lift.retrofit', spot: 'parking-north', reporter: n(18), title: '3 栋想加装电梯', text: '我住五楼，膝盖不行了，一周下一次楼。邻居大多愿意。', lines: [['45d 19:40', 'submit', n(18)], ['44d 09:00', 'accept', 'intake'], ['44d 09:30', 'dispatch', 'intake', { handler: { organisationKey: ORG.serviceDesk } }], ['44d 10:00', 'takeOn', 'intake'], ['44d 15:00', 'contact', 'intake', { reached: true, note: '上门坐了一会儿，记了各家的想法。' }], ['20d 20:00', 'escalate', 'secretary', { level: 'jointConference', note: '补贴和管线迁改要街道和单位一起办，直接上联席会。' }]] },

    // said to be done, waiting for a word
    { key: 'said-1', kind: 'problem', category: 'utility.stairLight', spot: 'east-bins', reporter: 'elder', helper: 'head8', channel: 'door', title: '8 栋二单元三楼灯不亮', text: '跺脚也不亮，晚上不敢下楼。', lines: [['2d 18:30', 'submit', 'elder', { photos: before('corridorDark') }], ['2d 18:50', 'accept', 'intake'], ['2d 18:53', 'dispatch', 'intake', { handler: engineering }], ['1d 09:00', 'takeOn', 'engineer'], ['1d 09:30', 'contact', 'engineer', { reached: true, note: '上门看过。' }], ['1d 11:10', 'finish', 'engineer', { note: '换了感应灯头，跺脚就亮。', outcome: 'solved', cause: 'wear', photos: after('corridorDark') }]] },
    { key: 'said-2', kind: 'problem', category: 'safety.clutter', spot: 'lamp-5', reporter: n(19), title: '5 栋一单元楼道堆了纸箱', text: '只能侧着身过。', lines: [['3d 12:10', 'submit', n(19), { photos: before('corridor', 2) }], ['3d 14:00', 'accept', 'intake'], ['3d 14:04', 'dispatch', 'intake', { handler: order }], ['3d 15:00', 'takeOn', 'guard'], ['3d 16:00', 'contact', 'guard', { reached: true, note: '敲开门说了。' }], ['1d 10:30', 'finish', 'guard', { note: '和住户一起搬下去了，拖了地。', outcome: 'solved', cause: 'conduct', photos: after('corridor', 2) }]] },
    { key: 'said-3', kind: 'problem', category: 'building.stairs', spot: 'lamp-15', reporter: n(20), title: '15 栋二单元扶手松了', text: '一扶就晃，老人下楼最怕这个。', lines: [['4d 08:00', 'submit', n(20), { photos: before('handrail') }], ['4d 08:30', 'accept', 'intake'], ['4d 08:34', 'dispatch', 'intake', { handler: engineering }], ['4d 10:00', 'takeOn', 'engineer'], ['4d 10:30', 'contact', 'engineer', { reached: true }], ['2d 15:30', 'finish', 'engineer', { note: '焊牢了，上下几层也查了。', outcome: 'solved', cause: 'wear', photos: after('handrail') }]] },

    // free to take
    { key: 'pool-1', kind: 'help', category: 'green.lawn', spot: 'pond', reporter: 'area3', title: '月塘边补种绿植', text: '清完淤要补一排菖蒲，苗已经到驿站了。', lines: [['4h', 'submit', 'area3', { photos: before('garden', 2) }], ['220m', 'accept', 'intake'], ['218m', 'offer', 'intake']] },
    { key: 'pool-2', kind: 'help', category: 'care.errand', spot: 'west-gate', reporter: n(21), helper: 'intake', channel: 'telephone', title: '想请人代买降压药', text: '方子在家，药房就在商业街，这几天腿疼。', lines: [['100m', 'submit', n(21)], ['92m', 'accept', 'intake'], ['90m', 'offer', 'intake']] },
    { key: 'pool-3', kind: 'help', category: 'care.hospital', spot: 'south-gate', reporter: n(22), helper: 'gridWorker', channel: 'door', title: '后天想请人陪去看眼睛', text: '上午九点散瞳，看完看不清路。', lines: [['1d 15:00', 'submit', n(22)], ['1d 15:20', 'accept', 'intake'], ['1d 15:25', 'offer', 'intake']] },
    { key: 'claimed-1', kind: 'help', category: 'care.repair', spot: 'lamp-15', reporter: n(23), title: '纱窗破了想补一补', text: '破了一个大洞，蚊子进来咬孩子。', lines: [['1d 12:30', 'submit', n(23)], ['1d 12:50', 'accept', 'intake'], ['1d 12:52', 'offer', 'intake'], ['1d 19:10', 'claim', 'member'], ['1d 19:30', 'contact', 'member', { reached: true, note: '说好今天晚饭后去。' }]] },
  ]
}
