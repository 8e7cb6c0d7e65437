/** Roads and parking, cleanliness, green space and public facilities. */
import { EXPOSED_LITTER, HARD, ILLEGAL_PARKING, OPEN_SHAFT } from '../limits.ts'
import type { GroupRow } from '../shape.ts'
import { DANGER, PLATE, SINCE, WHEN } from './questions.ts'

// prettier-ignore
export const OUTDOORS: readonly GroupRow[] = [
  {
    code: 'road', zh: '道路停车', en: 'Roads and parking', icon: 'road', kinds: ['problem', 'practical'], department: 'property',
    leaves: [
      { code: 'road.puddle', zh: '路面积水', en: 'Standing water', questions: [SINCE],
        seeds: '下雨路面积水 门口一下雨就成水塘 路上全是水走不过去 雨后积水排不掉 低洼处积水很深 大门口淹水了 路面积水没过脚面 积水一直不退' },
      { code: 'road.pothole', zh: '路面破损', en: 'Broken surface', questions: [DANGER],
        seeds: '路面坑坑洼洼 路上有个大坑 地砖松动翘起来 水泥路裂开了 人行道地砖碎了 道路破损绊倒人 路面塌陷 减速带坏了 台阶破损' },
      { code: 'road.manhole', zh: '井盖', en: 'Manhole cover', questions: [DANGER], limits: OPEN_SHAFT,
        seeds: '井盖不见了 井盖破了 窨井盖松动 井盖塌下去 车压过井盖响 下水井没有盖子 井盖翘起来 雨水篦子缺失 井口敞着很危险' },
      { code: 'road.badParking', zh: '乱停车', en: 'Bad parking', questions: [PLATE], limits: ILLEGAL_PARKING,
        seeds: '车子乱停 有人把车停在门口堵路 占用别人车位 车停在人行道上 出口被车挡住了 乱停乱放 违停 车堵住单元门 一辆车横着停 单车乱停' },
      { code: 'road.parkingSpace', zh: '车位不足与收费', en: 'Too few spaces, parking fees', limits: HARD,
        seeds: '没有地方停车 车位不够 停车难 停车费太贵 停车收费不合理 车位怎么租 外来车占车位 停车位划线 访客停车 地下车库车位' },
      { code: 'road.barrier', zh: '道闸与出入口', en: 'Gates for vehicles',
        seeds: '道闸坏了 车牌识别不了 抬杆不起来 车库门打不开 大门口栏杆坏了 进出口堵车 道闸砸到车 小区大门进不去车' },
      { code: 'road.wreck', zh: '僵尸车', en: 'Abandoned vehicle', questions: [PLATE],
        seeds: '僵尸车 一辆车停了好几年没人管 废弃车辆占位置 破旧汽车落满灰 废弃自行车堆着 没有牌照的旧车 报废电动车占地方 轮胎没气的车长期不动' },
      { code: 'road.ebikeShed', zh: '电动车停放充电', en: 'E-bike sheds and charging', kinds: ['problem', 'suggestion', 'practical'],
        seeds: '电动车没地方充电 充电桩坏了 车棚不够用 想装电动车充电桩 车棚漏雨 充电插座没电 新能源汽车充电桩 电瓶车棚太少 充电收费贵' },
    ],
  },
  {
    code: 'clean', zh: '环境卫生', en: 'Cleanliness', icon: 'clean', kinds: ['problem', 'practical'], department: 'property',
    leaves: [
      { code: 'clean.litter', zh: '垃圾暴露', en: 'Litter', limits: EXPOSED_LITTER,
        seeds: '垃圾没人清 地上全是垃圾 垃圾堆在路边 到处是纸屑烟头 乱扔垃圾 卫生太差 垃圾堆成山 保洁没打扫 楼下脏得很' },
      { code: 'clean.binsFull', zh: '垃圾桶满溢', en: 'Bins full', limits: EXPOSED_LITTER,
        seeds: '垃圾桶满了 垃圾桶溢出来 垃圾桶没人倒 垃圾桶破了 垃圾桶太少 垃圾桶太脏 垃圾房没清运 垃圾清运不及时 垃圾桶没有盖' },
      { code: 'clean.bulky', zh: '建筑垃圾与大件', en: 'Rubble and bulky waste',
        seeds: '建筑垃圾堆在楼下 装修垃圾没人运 旧沙发扔在路边 大件垃圾 旧家具乱丢 渣土堆放 砖头水泥袋堆着 床垫扔在绿化带 装修废料' },
      { code: 'clean.sorting', zh: '垃圾分类', en: 'Waste sorting', kinds: ['problem', 'suggestion'],
        seeds: '垃圾分类 分类投放点 混装混运 厨余垃圾怎么扔 分类桶放哪里 投放时间太短 定时投放 可回收物 没有人指导分类 垃圾亭开放时间' },
      { code: 'clean.smell', zh: '异味', en: 'Bad smell', questions: [WHEN],
        seeds: '有臭味 味道很难闻 臭气熏天 垃圾房发臭 窗户不敢开 不知道哪里来的异味 下水道臭味飘出来 恶臭 烧塑料的味道' },
      { code: 'clean.pests', zh: '虫鼠消杀', en: 'Pests',
        seeds: '老鼠很多 蟑螂太多 蚊子多需要消杀 白蚁 灭鼠 蜂窝 马蜂窝 需要打药灭蚊 楼道有老鼠 草丛里有蛇' },
      { code: 'clean.stairs', zh: '楼道卫生', en: 'Stairwell cleaning',
        seeds: '楼道没人扫 楼梯很脏 楼道墙上小广告 楼道里有尿味 电梯间地面脏 楼道灰尘很厚 扶手脏 牛皮癣 乱贴小广告 几周没拖地' },
    ],
  },
  {
    code: 'green', zh: '绿化与公共设施', en: 'Green space and facilities', icon: 'tree', kinds: ['problem', 'suggestion', 'practical'], department: 'property',
    leaves: [
      { code: 'green.trees', zh: '树木修剪', en: 'Trees', questions: [DANGER],
        seeds: '树枝挡住窗户 树太高遮光 树要倒了 树枝断了 需要修剪树木 枯树 树枝碰到电线 大树影响采光 树枝伸进阳台' },
      { code: 'green.lawn', zh: '草坪绿化', en: 'Lawns and planting',
        seeds: '草坪枯了 绿化没人管 杂草比人高 绿化带秃了 草没人割 花坛荒了 补种花草 绿地被踩坏 绿植死了' },
      { code: 'green.plot', zh: '毁绿种菜', en: 'Vegetables on green land',
        seeds: '有人在绿地种菜 毁绿种菜 把草坪挖了种葱 公共绿地被圈起来 开荒种菜浇粪 花坛里种菜 私自占用绿地 围起来当自家菜园' },
      { code: 'green.fitness', zh: '健身器材与儿童设施', en: 'Fitness and playground', questions: [DANGER],
        seeds: '健身器材坏了 滑梯破了 秋千断了 篮球架松动 儿童游乐设施 乒乓球台 单杠晃动 跷跷板坏 健身器械生锈 塑胶地面破损' },
      { code: 'green.seats', zh: '座椅凉亭', en: 'Seats and pavilions',
        seeds: '长椅坏了 想要几个座椅 凉亭漏雨 没有地方坐 石凳断了 椅子木板烂了 老人走累了没处歇 凉亭柱子裂 加装座椅' },
      { code: 'green.accessible', zh: '无障碍与坡道', en: 'Barrier-free access',
        seeds: '轮椅上不去 没有坡道 无障碍通道被堵 台阶太高老人上不去 加装扶手 盲道被占 婴儿车推不上去 坡道太陡 残疾人通道' },
      { code: 'green.signs', zh: '标识与宣传栏', en: 'Signs and notice boards',
        seeds: '楼号看不清 宣传栏破了 指示牌倒了 门牌掉了 公告栏玻璃碎了 没有楼栋号 广告牌松动 标线模糊 路牌歪了' },
      { code: 'green.lockers', zh: '快递柜与便民设施', en: 'Parcel lockers and amenities',
        seeds: '快递柜坏了 快递堆在地上 快递放哪里 驿站太远 晾衣架不够 想装晾衣杆 饮水机坏了 自动售水机 快递员不能进小区' },
      { code: 'green.fountain', zh: '水池河道', en: 'Ponds and streams',
        seeds: '水池发绿 池塘水臭 喷泉坏了 人工湖没换水 河道有垃圾 河水发黑 池子没有护栏 水景长虫 鱼死了' },
    ],
  },
]
