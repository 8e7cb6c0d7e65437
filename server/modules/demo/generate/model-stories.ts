/**
 * The stories that the demo is remembered by: the puddle at the east gate, the fridge that became forty-three
 * appliances, the call in the night, the pond, the lamp behind number 5.
 * Source: docs/capabilities/demo.md, "Demo history". Everybody in them is invented.
 */
import { ORG } from './organisation-keys.ts'
import { after, before, type Line, type Moment, type Story, type Who } from './script.ts'

const engineering = { organisationKey: ORG.engineering }
const cleaning = { organisationKey: ORG.cleaning }
const drainage = { organisationKey: ORG.drainage }
const lighting = { organisationKey: ORG.lighting }
const stewards = { organisationKey: ORG.stewards }

const joined = (moments: readonly Moment[], neighbours: readonly Who[]): Line[] =>
  moments.map((moment, i): Line => [moment, 'join', neighbours[i % neighbours.length] ?? 'member'])

// prettier-ignore
export function modelStories(neighbours: readonly Who[]): Story[] {
  const [a, b, c] = [neighbours[0] ?? 'member', neighbours[1] ?? 'member', neighbours[2] ?? 'member']
  return [
    {
      key: 'puddle', kind: 'problem', category: 'road.puddle', spot: 'east-road', reporter: 'resident',
      title: '东门路面积水', text: '早上送孩子踩了一脚水。前阵子填过一次，又塌了，雨水口好像是堵的。',
      lines: [
        ['1d 07:12', 'submit', 'resident', { photos: [...before('puddle'), ...before('manhole', 2)] }],
        ...joined(['1d 07:14', '1d 07:15', '1d 07:19', '1d 07:31', '1d 07:40', '1d 07:52', '1d 08:05', '1d 08:20', '1d 09:10'], neighbours),
        ['1d 08:21', 'accept', 'intake'],
        ['1d 08:26', 'dispatch', 'intake', { handler: engineering, publicWords: '派给桂园物业工程班，今天之内先填平。' }],
        ['1d 08:40', 'takeOn', 'engineer', { note: '收到，材料下午到。' }],
        ['1d 11:40', 'urge', 'resident', { note: '下午放学前能弄好吗？' }],
        ['1d 11:48', 'progress', 'engineer', { note: '材料在路上，放学前一定先垫平。' }],
        ['1d 13:05', 'contact', 'engineer', { note: '到现场了，两人一车，量了坑深 11 厘米。', reached: true }],
        ['1d 16:20', 'finish', 'engineer', { note: '先填平、立了警示牌，这个月底前重铺沥青。', outcome: 'solved', cause: 'design', photos: after('puddle') }],
      ],
    },
    {
      key: 'puddle-earlier', kind: 'problem', category: 'road.puddle', spot: 'east-road', reporter: a,
      title: '东门内一下雨就积水', text: '十二栋旁边那块低，雨一大就过不去。',
      lines: [
        ['68d 18:20', 'submit', a, { photos: before('puddle', 2) }],
        ['67d 08:20', 'accept', 'intake'], ['67d 08:25', 'dispatch', 'intake', { handler: engineering }], ['67d 09:10', 'takeOn', 'engineer'],
        ['67d 10:00', 'contact', 'engineer', { reached: true, note: '约好下午来看。' }],
        ['67d 15:30', 'finish', 'engineer', { note: '填平了。', outcome: 'solved', cause: 'design', photos: after('puddle', 2) }],
        ['67d 19:02', 'confirm', a, { solved: true, satisfied: true, stars: 4, note: '可以走了。' }],
      ],
    },
    {
      key: 'puddle-again', kind: 'problem', category: 'road.puddle', spot: 'east-road', reporter: b,
      title: '东门那块路又塌了', text: '上个月刚填的，又陷下去一个坑。',
      lines: [
        ['33d 07:45', 'submit', b, { photos: before('puddle', 1) }],
        ['33d 08:30', 'accept', 'intake'], ['33d 08:36', 'dispatch', 'intake', { handler: engineering }], ['33d 09:40', 'takeOn', 'engineer'],
        ['33d 10:10', 'contact', 'engineer', { reached: true, note: '电话里说了。' }],
        ['32d 16:00', 'finish', 'engineer', { note: '又填了一次，夯实了。', outcome: 'solved', cause: 'design', photos: after('puddle', 1) }],
        ['25d 16:05', 'closeSilently', 'clock'],
      ],
    },
    {
      key: 'manhole', kind: 'problem', category: 'road.manhole', spot: 'east-gate', reporter: 'head12',
      title: '东门井盖破了，先围挡', text: '盖子裂开一大块，能看见底下，先找人围一下，别让孩子靠近。',
      lines: [
        ['48m', 'submit', 'head12', { photos: before('manhole') }],
        ['41m', 'accept', 'intake'],
        ['40m', 'offer', 'intake', { publicWords: '新盖已经报了，先请近处的邻居帮着围挡。' }],
      ],
    },
    {
      key: 'lamp-5', kind: 'problem', category: 'utility.streetLight', spot: 'lamp-5', reporter: c,
      title: '5 栋后路灯不亮', text: '晚上回来一段全黑，踩到过水。孩子不敢一个人走。',
      lines: [
        ['3d 20:41', 'submit', c, { photos: before('lamp') }],
        ...joined(['3d 20:50', '3d 20:58', '3d 21:06', '3d 21:20', '3d 21:31', '3d 21:47', '2d 06:40', '2d 07:02', '2d 07:18', '2d 12:20', '2d 18:40', '2d 19:05', '2d 19:30'], neighbours.filter((key) => key !== c)),
        ['2d 08:10', 'accept', 'intake'],
        ['2d 08:14', 'dispatch', 'intake', { handler: lighting, publicWords: '派给路灯所，后天天黑前亮起来。' }],
        ['2d 08:52', 'takeOn', 'lighting'],
        ['2d 10:20', 'contact', 'lighting', { reached: true, note: '问清是第二根杆。' }],
        ['1d 17:50', 'finish', 'lighting', { note: '线头烧了，重新接好，顺手把隔壁那盏灯罩也擦了。', outcome: 'solved', cause: 'wear', photos: after('lamp') }],
        ['1d 19:35', 'confirm', c, { solved: true, satisfied: true, stars: 5, note: '亮堂了，谢谢师傅！' }],
      ],
    },
    {
      key: 'lamp-15', kind: 'problem', category: 'utility.streetLight', spot: 'lamp-15', reporter: 'member',
      title: '15 栋后路灯不亮', text: '灯罩松了，一阵亮一阵灭，够得着，拧一下应该就行。',
      lines: [
        ['1d 21:05', 'submit', 'member', { photos: before('lamp', 2) }],
        ['3h', 'accept', 'intake'],
        ['178m', 'offer', 'intake', { publicWords: '会电工的邻居可以接，灯泡到驿站领。' }],
      ],
    },
    {
      key: 'fridge', kind: 'help', category: 'care.repair', spot: 'station', reporter: 'fridgeOwner', helper: 'intake', channel: 'telephone',
      title: '冰箱不制冷，想找人修', text: '用了十几年，师傅说上门就要一百，想问问有没有懂的邻居。',
      lines: [
        ['41d 10:12', 'submit', 'fridgeOwner', { photos: before('repair') }],
        ['41d 10:15', 'accept', 'intake'],
        ['41d 10:20', 'offer', 'intake', { publicWords: '放到接单池了，懂家电的邻居看一眼。' }],
        ['41d 12:03', 'claim', 'member', { note: '我去看看，不行再想办法。' }],
        ['41d 18:30', 'contact', 'member', { reached: true, note: '看过了，压缩机启动器坏了，得换。' }],
        ['39d 17:10', 'progress', 'member', { note: '联系了云桥职业学院，家电专业的老师愿意带学生来，干脆办一场。' }],
        ['36d 09:20', 'progress', 'member', { note: '学院定了，周六上午来 11 名同学，谁家有坏的都可以搬到驿站。' }],
        ['33d 12:05', 'finish', 'member', { note: '冰箱修好了。这一场 11 名同学一共修了 43 件：电扇、电饭煲、收音机都有。', outcome: 'solved', cause: 'wear', photos: after('repair') }],
        ['33d 15:40', 'confirm', 'fridgeOwner', { solved: true, satisfied: true, stars: 5, note: '一家修，大家都沾光，谢谢孩子们。' }],
      ],
    },
    {
      key: 'cupboard', kind: 'help', category: 'care.errand', spot: 'bike-shed', reporter: 'cupboardOwner', helper: 'head8', channel: 'telephone',
      title: '帮一位老人搬旧柜子下楼', text: '四楼一个旧大衣柜，要两个人抬，搬到大件堆放点就行。',
      lines: [
        ['5h', 'submit', 'cupboardOwner', { photos: before('corridor') }],
        ['260m', 'accept', 'intake'],
        ['255m', 'offer', 'intake', { publicWords: '要两位有力气的邻居，门牌接单后可见。' }],
      ],
    },
    {
      key: 'pond', kind: 'problem', category: 'green.fountain', spot: 'pond', reporter: 'volunteer',
      title: '月塘水面有油花，要清淤', text: '水发黑，边上漂着油花和塑料袋，夏天蚊子肯定多。',
      lines: [
        ['4d 17:30', 'submit', 'volunteer', { photos: before('pond') }],
        ...joined(['4d 18:02', '4d 19:20', '3d 07:30', '3d 08:15', '2d 17:44', '1d 09:20'], neighbours),
        ['3d 08:40', 'accept', 'intake'],
        ['2h', 'whistle', 'secretary', {
          handler: cleaning, note: '一家清不动，一起来。', publicWords: '物业、排水所、红管家今天一起清，带雨靴。',
          coHandlers: [
            { to: stewards, task: '捞垃圾，要六个人', dueInMinutes: 180 },
            { to: drainage, task: '看进水口，带一台泵', dueInMinutes: 150 },
            { to: { organisationKey: 'org:self-2' }, task: '清完补水草', dueInMinutes: 240 },
          ],
        }],
        ['105m', 'takeOn', 'cleaner'],
        ['100m', 'contact', 'cleaner', { reached: true, note: '到塘边碰了头，分了段。' }],
        ['80m', 'reportIn', 'volunteer', { note: '红管家到了四个人。' }],
        ['35m', 'reportIn', 'drainage', { note: '泵到了，正在接电。' }],
      ],
    },
    {
      key: 'night-call', kind: 'urgent', category: 'urgent.health', spot: 'lamp-15', reporter: 'nightCaller',
      title: '老人半夜胸口疼，一个人在家', text: '胸口疼，喘不上气，门没锁。',
      lines: [
        ['1d 23:12', 'submit', 'nightCaller'],
        ['1d 23:13', 'claim', 'area4', { note: '我在 11 栋，马上到。' }],
        ['1d 23:16', 'contact', 'area4', { reached: true, note: '人到了，醒着，已经打了 120。用了 4 分钟。' }],
        ['1d 23:19', 'progress', 'area4', { note: '值班岗已经通知家属，门口留人接救护车。' }],
        ['1d 23:58', 'finish', 'area4', { note: '救护车接走，楼栋长陪着去的，家属在医院接上了。', outcome: 'solved', cause: 'hardship' }],
      ],
    },
    {
      key: 'garden', kind: 'practical', category: 'green.lawn', spot: 'garden', reporter: 'area3',
      title: '月塘边荒地想种成小花园', text: '光秃秃一块，几位邻居愿意出苗出力。',
      lines: [
        ['52d 09:30', 'submit', 'area3', { photos: before('garden') }],
        ['52d 10:00', 'accept', 'intake'], ['52d 10:06', 'offer', 'intake'], ['51d 08:20', 'claim', 'volunteer'],
        ['51d 19:00', 'contact', 'volunteer', { reached: true, note: '和片长看了地方。' }],
        ['40d 16:30', 'progress', 'volunteer', { note: '自管小组画了图，学校送来一批花苗。' }],
        ['29d 11:30', 'finish', 'volunteer', { note: '周六十四个人种好了，铺了小路，放了一张椅子。', outcome: 'solved', cause: 'shortage', photos: after('garden') }],
        ['29d 18:10', 'confirm', 'area3', { solved: true, satisfied: true, stars: 5, note: '傍晚坐满了人。' }],
      ],
    },
    {
      key: 'bins', kind: 'problem', category: 'clean.binsFull', spot: 'west-bins', reporter: 'area1',
      title: '西门垃圾点满出来了', text: '桶不够，一到晚上就堆到路上。',
      lines: [
        ['8d 20:15', 'submit', 'area1', { photos: before('bins') }],
        ...joined(['8d 20:30', '8d 20:41', '8d 21:02', '7d 07:30', '7d 07:41', '7d 12:10', '7d 18:20'], neighbours),
        ['7d 08:15', 'accept', 'intake'], ['7d 08:20', 'dispatch', 'intake', { handler: cleaning }], ['7d 08:40', 'takeOn', 'cleaner'],
        ['7d 09:30', 'contact', 'cleaner', { reached: true, note: '先清走了，桶要加。' }],
        ['4d 15:20', 'progress', 'cleaner', { note: '新桶到货，地面在冲。' }],
        ['3d 10:40', 'finish', 'cleaner', { note: '换了四只新桶，装了棚和牌子，一天收三次。', outcome: 'solved', cause: 'shortage', photos: after('bins') }],
        ['3d 19:20', 'confirm', 'area1', { solved: true, satisfied: true, stars: 5, note: '干净多了。' }],
      ],
    },
  ]
}
