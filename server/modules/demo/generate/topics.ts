/**
 * What people report, in their own words. `{b}` building, `{u}` entrance, `{f}` floor, `{d}` days, `{h}` hour.
 * Category codes are those of the default rule pack. Sentences are invented; no real message is quoted.
 */
import type { RequestKind } from '#contracts/requests.ts'

export type Team = 'engineering' | 'cleaning' | 'order' | 'lighting' | 'drainage' | 'cityOrder' | 'desk' | 'pool'
export type Topic = {
  category: string
  kind: RequestKind
  weight: number
  team: Team
  /** Where: by a house, in a stairwell, out on the road. */
  at: 'house' | 'stairs' | 'road'
  when: 'day' | 'night'
  /** Working hours from taking on to done, usual range. */
  hours: readonly [number, number]
  scene: string | null
  cause: string
  titles: readonly string[]
  texts: readonly string[]
  done: readonly string[]
}

type Row = [
  category: string,
  weight: number,
  team: Team,
  at: Topic['at'],
  hours: readonly [number, number],
  scene: string | null,
  cause: string,
  titles: string,
  texts: string,
  done: string,
]

// prettier-ignore
const PROBLEMS: readonly Row[] = [
  ['road.puddle', 10, 'engineering', 'road', [5, 30], 'puddle', 'design', '{b} 栋前路面积水|{b} 栋旁一下雨就积水|{b} 栋东侧低洼处积水', '雨停了半天水还没退，老人只能踩着砖头过。|坑里全是水，早上送孩子湿了一脚。|下了一夜雨，路中间一大滩，电动车过去溅人一身。', '清了雨水口，坑先填平，立了警示牌。|用水泵抽干，低的那块垫高了六公分。'],
  ['road.pothole', 7, 'engineering', 'road', [10, 60], 'pothole', 'wear', '{b} 栋前地砖松了|{b} 栋路口路面塌了一块|{b} 栋旁台阶缺角', '踩上去会翘，昨天有位阿姨差点绊倒。|坑有脸盆大，晚上骑车看不见。|台阶边上掉了一块，老人下来要扶墙。', '松的砖全起出来重铺了。|挖开垫实，补了混凝土，围一天再走。|台阶补好了，抹了防滑条。'],
  ['road.manhole', 4, 'engineering', 'road', [2, 10], 'manhole', 'wear', '{b} 栋前井盖松动|{b} 栋旁井盖破了个口', '车一压就咣当响，夜里尤其吵。|盖子裂了一道大口子，小孩爱在那儿跑，请先围起来。', '垫了胶圈，压上去不响了。|先围挡，换了新盖，四周灌了浆。'],
  ['road.badParking', 9, 'order', 'road', [2, 20], 'parking', 'conduct', '{b} 栋单元门口被车堵了|{b} 栋转弯处又停了车|{b} 栋前人行道停满了车', '轮椅出不来，打电话车主不接。|两边都停，消防车肯定进不来。|这个礼拜第三次了，推婴儿车只能走路中间。', '联系车主挪了车，路口补画了禁停线。|秩序班早晚各看一次，门口放了隔离柱。'],
  ['road.wreck', 3, 'order', 'road', [40, 200], 'wreck', 'conduct', '{b} 栋后僵尸车占位|{b} 栋旁一辆旧面包车没人管', '轮胎都瘪了，落满灰，少说停了两年。|车窗破了，里面有人塞垃圾。', '贴了告知，找到车主，已经拖走。|登报公示期满，清运走了，车位划出来了。'],
  ['road.ebikeShed', 6, 'engineering', 'road', [20, 90], 'shed', 'shortage', '{b} 栋车棚充电口坏了|{b} 栋车棚顶漏雨', '八个口只有三个有电，晚上抢不到。|下雨车座全湿，插座上面也滴水，怕漏电。', '换了五个插座，都试过有电。|棚顶换了两块板，打了胶。'],
  ['clean.binsFull', 10, 'cleaning', 'road', [1, 6], 'bins', 'shortage', '{b} 栋垃圾桶满出来了|{b} 栋垃圾点没人清', '袋子堆到路上了，野猫翻得到处都是。|昨天到今天没来收，味道很大。|桶盖断了，苍蝇一片。', '已清走，地面冲过。这个点改成一天收三次。|换了两只新桶，带脚踏盖。'],
  ['clean.bulky', 6, 'cleaning', 'road', [4, 40], 'bulky', 'conduct', '{b} 栋楼下扔了旧沙发|{b} 栋旁堆着装修垃圾', '放了快一周了，雨一淋全发霉。|水泥袋和碎砖占了半条路。', '叫车拉走了，联系装修户补交清运费。|拉走了。大件堆放点在南门左手边，已经贴了指路牌。'],
  ['clean.smell', 3, 'cleaning', 'stairs', [3, 24], null, 'upkeep', '{b} 栋{u}单元一股臭味', '不知道从哪儿来的，三楼最重，开窗都散不掉。', '地漏水封干了，注了水，加了防臭芯。'],
  ['clean.stairs', 5, 'cleaning', 'stairs', [3, 30], 'corridor', 'upkeep', '{b} 栋{u}单元楼道半月没拖|{b} 栋{u}单元墙上小广告多', '灰厚得能写字，扶手一摸一手黑。|从一楼贴到五楼，开锁的、收药的都有。', '今天全楼道拖了一遍，以后每周二、五。|铲干净刷了白，楼栋长帮着盯。'],
  ['green.trees', 6, 'cleaning', 'house', [10, 80], 'garden', 'upkeep', '{b} 栋前树枝挡窗|{b} 栋旁树枝快断了', '二楼白天都要开灯，夏天虫子也多。|大风刮裂了，悬在人行道上面，怕砸到人。', '修了三棵，枝条当天运走。|锯下来了，伤口抹了药。'],
  ['green.fitness', 4, 'engineering', 'road', [10, 70], null, 'wear', '健身器材踏板松了|中心花园秋千链子断了', '扭腰那个一踩就歪，已经有人摔过。|孩子还在上面玩，先拿绳子绑一下也好。', '换了轴承和螺丝，试过了。|链子换了新的，下面加了软垫。'],
  ['green.seats', 3, 'engineering', 'road', [20, 120], null, 'wear', '{b} 栋前长椅木条断了', '老人坐着聊天，断口会夹到手。', '换了四根木条，刷了漆，明天能坐。'],
  ['green.accessible', 3, 'engineering', 'stairs', [40, 200], 'handrail', 'design', '{b} 栋{u}单元想装扶手|{b} 栋{u}单元门口坡太陡', '我妈膝盖换过，下楼两级要歇一下，装个扶手就好。|轮椅自己上不来，每次都要叫人推。', '扶手装好了，一楼到五楼都有。|坡道改缓了，两边加了栏杆。'],
  ['building.roof', 4, 'engineering', 'house', [60, 400], 'leak', 'wear', '{b} 栋顶楼又漏了', '外面大雨里面小雨，床都挪了，去年补过一次。', '顶上揭开重做了防水，等两场雨再看。'],
  ['building.facade', 2, 'engineering', 'house', [8, 100], 'leak', 'wear', '{b} 栋外墙瓷砖要掉', '三楼窗边鼓起来一大块，底下天天过人。', '先拉了警戒，鼓的砖敲掉，抹平刷了漆。'],
  ['building.door', 6, 'engineering', 'stairs', [3, 30], null, 'wear', '{b} 栋{u}单元门关不上|{b} 栋{u}单元门禁不识别', '风一吹就开，夜里谁都能进。|刷脸刷卡都不行，下班回来要喊楼上开门。', '闭门器换了，关得严。|主板进水了，换了一块，卡和脸都能用。'],
  ['building.stairs', 4, 'engineering', 'stairs', [6, 60], 'handrail', 'wear', '{b} 栋{u}单元{f}楼扶手松了', '一扶就晃，老人下楼最怕这个。', '焊牢了，上下几层也查了一遍。'],
  ['utility.drain', 8, 'engineering', 'stairs', [3, 24], null, 'upkeep', '{b} 栋{u}单元下水道返味|{b} 栋一楼下水堵了', '味道从地漏上来，关着门都闻得到。|厨房一用水就往上冒，一楼住不了人。', '换了存水弯，明天再来闻一次。|疏通车来过，捞出一堆油块，水走得快了。'],
  ['utility.burst', 2, 'engineering', 'house', [1, 6], null, 'wear', '{b} 栋前水管爆了', '水往外喷，路上全是，二单元已经没水了。', '关阀抢修，两小时通水，管子换了三米。'],
  ['utility.waterOff', 4, 'desk', 'house', [2, 12], null, 'supply', '{b} 栋五楼水小得接不满一壶', '早晚高峰最明显，洗澡热水器点不着。', '问过供水站，泵压调高了，今晚再看。'],
  ['utility.stairLight', 9, 'engineering', 'stairs', [2, 20], 'corridorDark', 'wear', '{b} 栋{u}单元{f}楼灯不亮', '跺脚拍手都不亮，晚上摸黑上楼。|一闪一闪的，眼睛花。老人不敢下来。', '换了感应灯头，跺脚就亮。'],
  ['utility.streetLight', 8, 'lighting', 'road', [5, 40], 'lamp', 'wear', '{b} 栋后路灯不亮|{b} 栋东侧一排灯黑着', '晚上九点下班走那儿什么都看不见。|连着三盏都不亮，女儿下晚自习我得去接。', '线头烧了，重新接好，三盏都亮了。|换了灯头，改成了光控。'],
  ['utility.network', 2, 'desk', 'house', [10, 60], null, 'works', '{b} 栋网线垂到地上', '施工队走了线没绑，够得着，小孩会拽。', '运营商来绑高了，废线剪掉了。'],
  ['safety.fireLane', 5, 'order', 'road', [1, 12], 'parking', 'conduct', '{b} 栋消防通道停了车', '黄线上停了一排，昨晚到现在没动。', '车主都通知到了，通道清空，加了两根桩。'],
  ['safety.clutter', 7, 'order', 'stairs', [8, 60], 'corridor', 'conduct', '{b} 栋{u}单元{f}楼堆了纸箱|{b} 栋{u}单元楼道放着旧柜子', '只能侧着身过，万一着火怎么跑。|说过几次，前脚搬走后脚又放。', '和住户一起搬下去了，签了不再放的条子。|清空了，拖了地，楼栋长每周看一次。'],
  ['safety.ebike', 5, 'order', 'stairs', [2, 24], 'corridor', 'conduct', '{b} 栋{u}单元有人推电动车上楼', '在门口插着充电，睡觉都不踏实。', '上门说通了，车已经停到棚里，帮他办了充电卡。'],
  ['safety.camera', 2, 'engineering', 'road', [10, 60], null, 'wear', '{b} 栋前摄像头歪了', '对着墙拍，上周丢了快递查不到。', '调正了，试看过，能拍到门口。'],
  ['neighbour.homeNoise', 4, 'desk', 'house', [20, 80], null, 'conduct', '{b} 栋楼上半夜拖椅子', '十一点以后一阵一阵的，孩子中考，睡不着。', '楼栋长陪着去坐了坐，楼上愿意给椅脚包毛毡。'],
  ['neighbour.squareDance', 3, 'desk', 'road', [20, 90], null, 'rules', '中心花园跳舞声音太大', '晚上八点半还在放，窗户关上都听得清歌词。', '和领舞的商量好了，八点收，音箱朝里放。'],
  ['neighbour.shop', 3, 'cityOrder', 'road', [20, 120], null, 'conduct', '商业街烧烤油烟进屋', '排烟口正对着我家阳台，衣服全是味。', '城管看过，要求改烟道，一周内换净化器。'],
  ['neighbour.vendors', 3, 'cityOrder', 'road', [2, 12], null, 'conduct', '南门口菜摊占了半条路', '早上七点最堵，接孩子的车都出不去。', '劝到对面便民点了，七点到八点有人守。'],
  ['neighbour.leak', 4, 'desk', 'house', [10, 90], 'leak', 'wear', '{b} 栋楼上漏到楼下', '厨房顶一圈黄，还在滴，敲门没人。', '两家一起看的，楼上水管接头裂了，换好了，墙等干了再刷。'],
  ['neighbour.dogs', 4, 'desk', 'road', [10, 60], null, 'conduct', '{b} 栋前遛狗不牵绳', '昨天扑到孩子身上，吓得直哭。', '找到主人了，答应牵绳，补办了证。'],
  ['property.service', 2, 'desk', 'house', [10, 60], null, 'communication', '物业报修电话打不通', '中午打了四次没人接。', '值班表贴在门口了，没人接会转到社区。'],
]

/** Wishes: small kindnesses that neighbours claim. */
// prettier-ignore
const WISHES: readonly Row[] = [
  ['care.elder', 12, 'pool', 'house', [10, 90], null, 'hardship', '想有人陪说说话|一个人住，想有人来看看', '孩子在外地，一天说不上几句话，谁有空来坐坐。|腿脚不好下不了楼，隔几天有人来看一眼就踏实。', '去坐了一个下午，约好每周三再去。'],
  ['care.repair', 16, 'pool', 'house', [4, 60], 'repair', 'wear', '家里水龙头滴水|想请人换个灯泡|纱窗坏了想补一补', '滴答一夜，自己拧不动。|梯子不敢爬，灯黑了三天了。|蚊子多，窗纱破了一个大洞。', '带工具上门，十分钟就好了。|换好了，顺手把插座也紧了一下。|补好了，蚊子进不来了。'],
  ['care.errand', 12, 'pool', 'house', [2, 30], null, 'hardship', '想请人代买降压药|帮忙取个快递', '方子在我这儿，药房就在商业街，走不动。|在驿站，二十斤米，拎不上楼。', '药买到了，票和零钱都给老人看过。|送到门口了。'],
  ['care.phone', 12, 'pool', 'house', [3, 60], null, 'hardship', '教我用手机挂号|手机字太小不会调', '孩子教过一次，又忘了。|打开就是一堆广告，不会关。', '一步一步写在纸上了，老人自己挂上了一次。'],
  ['care.hospital', 7, 'pool', 'house', [20, 80], null, 'hardship', '想请人陪去医院', '周四复查眼睛，看完看不清路，怕回不来。', '陪着去的，下午三点送回家，药怎么点都说清了。'],
  ['care.meal', 6, 'pool', 'house', [5, 40], null, 'hardship', '这几天想有人送饭', '手摔了，拆石膏还要两周。', '食堂的饭每天十一点半送到，一直送到拆石膏。'],
  ['care.child', 6, 'pool', 'house', [10, 60], null, 'hardship', '放学后有没有人看一个小时作业', '我们六点才下班，孩子四点半到家。', '驿站四点半课堂有位置，已经报上了。'],
  ['care.lend', 8, 'pool', 'house', [2, 30], null, 'shortage', '想借一副轮椅用两周|想借个人字梯', '我爸出院回来，楼下走走用。|换个窗帘杆，用半天就还。', '驿站有一副，擦干净送过去了。|借到了，晚上还的。'],
  ['care.give', 8, 'pool', 'house', [10, 90], null, 'hardship', '孩子的书想送人|一张婴儿床想送给要的人', '小学一到三年级的，都很新。|九成新，自己来拆就行。', '有两家要，都拿走了，谢谢。'],
  ['green.lawn', 8, 'pool', 'road', [40, 200], 'garden', 'shortage', '{b} 栋前荒地想种点花|月塘边想补几棵绿植', '光秃秃的，一刮风都是土，我们几个愿意出力。|踩秃了一块，孩子们都说难看。', '周六来了九个人，种了三十棵月季，认养牌也挂了。'],
  ['idea.facility', 7, 'pool', 'road', [60, 300], 'garden', 'shortage', '{b} 栋前想要张长椅', '买菜回来走到那儿就要歇，没地方坐。', '好帮手单位送了一张，今天装好了。'],
]

// prettier-ignore
const OTHERS: readonly (Row | [...Row, RequestKind])[] = [
  ['idea.activity', 5, 'desk', 'road', [20, 160], null, 'shortage', '周末想有场露天电影|办个旧书交换吧', '天凉了，广场上放一场，老人孩子都能看。|家里书多，换着看不花钱。', '排到下个周六晚上七点，中心花园，自带小板凳。', 'suggestion'],
  ['idea.rules', 3, 'desk', 'road', [20, 160], null, 'rules', '晾晒能不能定个地方', '绿化带拉绳子不好看，可是阳台晒不到。', '自管小组划了两处晾晒区，架子装好了。', 'suggestion'],
  ['affairs.certificate', 5, 'desk', 'house', [1, 20], null, 'communication', '居住证明要带什么', '孩子上学要用，不想白跑一趟。', '带身份证和房本来居委会，八点到二十点都能办，五分钟。', 'practical'],
  ['affairs.pension', 4, 'desk', 'house', [2, 30], null, 'communication', '高龄津贴什么时候发', '今年满八十了，不知道要不要申请。', '已经帮您在网上报了，下个月十五号到账。', 'practical'],
  ['property.fee', 3, 'desk', 'house', [10, 60], null, 'communication', '物业费怎么多了三十块', '没人说过要涨，账单上也没写。', '多的是上季度水泵电费分摊，清单贴在一楼，也发您一份。', 'practical'],
]

const KINDS: Record<'problem' | 'help', readonly Row[]> = { problem: PROBLEMS, help: WISHES }

export const TOPICS: readonly Topic[] = [
  ...KINDS.problem.map((row) => toTopic(row, 'problem')),
  ...OTHERS.map((row) => toTopic(row.slice(0, 10) as Row, row[10] ?? 'practical')), // the first ten columns are a Row
]
export const WISH_TOPICS: readonly Topic[] = KINDS.help.map((row) => toTopic(row, 'help'))

function toTopic(
  [category, weight, team, at, hours, scene, cause, titles, texts, done]: Row,
  kind: RequestKind,
): Topic {
  const when = category.endsWith('Light') || category === 'neighbour.homeNoise' ? 'night' : 'day'
  return {
    category,
    kind,
    weight,
    team,
    at,
    when,
    hours,
    scene,
    cause,
    titles: titles.split('|'),
    texts: texts.split('|'),
    done: done.split('|'),
  }
}
