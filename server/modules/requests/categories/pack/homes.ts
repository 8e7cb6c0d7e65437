/** The building itself, lifts, and what comes through pipes and wires. */
import { BURST_PIPE, CONSULTATION, EMERGENCY, HARD, SHED, SUPPLY } from '../limits.ts'
import type { GroupRow } from '../shape.ts'
import { DANGER, FLOOR, LIFT, PEOPLE_INSIDE, SINCE, SOURCE_HOME, WHOLE_BUILDING } from './questions.ts'

// prettier-ignore
export const HOMES: readonly GroupRow[] = [
  {
    code: 'building', zh: '房屋本体', en: 'Buildings', icon: 'building', kinds: ['problem', 'practical'], department: 'property',
    leaves: [
      { code: 'building.roof', zh: '屋顶漏水', en: 'Leaking roof', questions: [SINCE], limits: HARD,
        seeds: '屋顶漏水 顶楼下雨就漏 天花板渗水 楼顶防水坏了 屋面漏雨 顶层墙面发霉 楼顶防水层老化 下雨天家里漏水' },
      { code: 'building.facade', zh: '外墙脱落', en: 'Falling facade', questions: [DANGER],
        seeds: '外墙掉瓷砖 墙皮脱落 外墙砖砸下来 墙体开裂 保温层掉了 外立面脱落 阳台水泥块掉落 外墙渗水 外墙空鼓' },
      { code: 'building.door', zh: '单元门与门禁', en: 'Entrance door', questions: [SINCE],
        seeds: '单元门坏了 门禁刷不开 单元门关不上 门锁坏了 楼下大门敞着 对讲机坏了 门禁卡失灵 可视门铃没声音 门闭合器坏 人脸识别进不去' },
      { code: 'building.stairs', zh: '楼道设施破损', en: 'Broken stairwell parts', questions: [FLOOR],
        seeds: '楼梯扶手断了 楼道窗户坏了 楼道玻璃碎了 楼道墙面脱落 台阶缺角 信报箱坏了 楼道顶掉皮 窗扇要掉下来 雨棚破了' },
      { code: 'building.illegal', zh: '违章搭建', en: 'Unlawful building', limits: SHED, department: 'street',
        seeds: '违章建筑 楼顶搭房子 私搭乱建 阳台外扩 一楼私自圈院子 地下室私挖 违建举报 加盖一层 搭棚子占公共地方' },
      { code: 'building.wall', zh: '违规装修拆墙', en: 'Unlawful renovation', questions: [SOURCE_HOME, DANGER], department: 'street',
        seeds: '装修砸承重墙 邻居拆墙 违规装修 私自打通墙体 住改商 群租房 隔断出租 敲掉剪力墙 破坏房屋结构' },
      { code: 'building.basement', zh: '地下室与车库', en: 'Basements and garages',
        seeds: '地下室进水 车库漏水 地下车库太黑 地库积水 地下室发霉 车库顶漏 地库通风不好 地下室住人 储藏室被淹' },
    ],
  },
  {
    code: 'lift', zh: '电梯', en: 'Lifts', icon: 'lift', department: 'property', kinds: ['problem', 'practical'],
    leaves: [
      { code: 'lift.fault', zh: '电梯故障', en: 'Lift out of order', questions: [LIFT, SINCE],
        seeds: '电梯坏了 电梯停了 电梯老出故障 电梯门关不上 电梯抖得厉害 电梯不停这一层 电梯按钮坏了 电梯有异响 电梯停运好几天 电梯突然下坠' },
      { code: 'lift.inspection', zh: '电梯年检与维保', en: 'Lift inspection', questions: [LIFT],
        seeds: '电梯年检过期 电梯合格证过期 电梯什么时候维保 电梯没有检验标志 电梯保养记录 电梯超期未检 电梯维保单位' },
      { code: 'lift.comfort', zh: '电梯环境与使用', en: 'Using the lift', questions: [LIFT],
        seeds: '电梯里没灯 电梯里太热 电梯空调 电梯广告声音太大 电梯里抽烟 电梯里有尿 电梯刷卡 电梯等太久 电梯风扇不转' },
      { code: 'lift.retrofit', zh: '加装电梯', en: 'Adding a lift', kinds: ['suggestion', 'practical', 'help'], department: 'community', limits: HARD, signposts: ['ownersAssembly'],
        seeds: '想加装电梯 老楼装电梯 加装电梯怎么办手续 加梯要多少户同意 一楼不同意加梯 加装电梯补贴 旧楼加梯费用分摊 七楼没电梯老人下不去楼' },
    ],
  },
  {
    code: 'utility', zh: '水电气暖', en: 'Water, power, gas, heat', icon: 'utility', department: 'property', limits: SUPPLY,
    leaves: [
      { code: 'utility.waterOff', zh: '停水与水压', en: 'No water, low pressure', questions: [WHOLE_BUILDING, SINCE],
        seeds: '停水了 家里没水 水压太低 水龙头不出水 什么时候来水 高层没水 水流很小 洗澡没水 二次供水水泵坏了' },
      { code: 'utility.waterQuality', zh: '水质', en: 'Water quality', questions: [WHOLE_BUILDING],
        seeds: '自来水发黄 水有铁锈 水有怪味 水里有沙子 水质浑浊 水箱没清洗 自来水有虫 水发白有泡沫' },
      { code: 'utility.burst', zh: '水管爆裂', en: 'Burst pipe', kinds: ['problem', 'urgent'], questions: [DANGER], limits: BURST_PIPE,
        seeds: '水管爆了 水管破裂喷水 自来水管漏水 消防栓漏水 地下冒水 主管道爆裂 水一直往外冒 水管裂了水哗哗流 暖气管爆了' },
      { code: 'utility.powerOff', zh: '停电与用电故障', en: 'No power', questions: [WHOLE_BUILDING], signposts: ['electricity'],
        seeds: '停电了 家里没电 跳闸 电表坏了 整栋楼停电 电压不稳 什么时候来电 配电箱冒火花 电线掉下来了 电箱没锁' },
      { code: 'utility.gas', zh: '燃气供应', en: 'Gas supply', signposts: ['hotline'],
        seeds: '停气了 燃气打不着火 天然气压力小 燃气表坏了 想通天然气 煤气什么时候来 燃气管道改造 燃气安检 燃气缴费' },
      { code: 'utility.heating', zh: '供暖', en: 'Heating', questions: [WHOLE_BUILDING, SINCE],
        seeds: '暖气不热 家里温度不到十八度 供暖不达标 暖气片冰凉 什么时候供暖 地暖不热 停暖 供热费退费 室温太低' },
      { code: 'utility.drain', zh: '下水道堵塞与污水', en: 'Blocked drain', questions: [FLOOR, SINCE],
        seeds: '下水道堵了 污水往外冒 马桶返水 化粪池满了 厨房下水不通 地漏返水 粪水流出来 管道堵塞 一楼倒灌 排污管漏' },
      { code: 'utility.stairLight', zh: '楼道灯', en: 'Stairwell light', questions: [FLOOR],
        seeds: '楼道灯不亮 楼道没有灯 声控灯坏了 楼梯间黑漆漆 走廊灯一直闪 楼道灯常亮 感应灯坏 单元里晚上看不见' },
      { code: 'utility.streetLight', zh: '路灯', en: 'Street light', questions: [SINCE],
        seeds: '路灯不亮 路灯坏了 小区路上太黑 路灯太少 路灯一闪一闪 晚上回家路黑 路灯杆倒了 景观灯太亮 加装路灯' },
      { code: 'utility.network', zh: '网络通信与线缆', en: 'Network and cables', limits: CONSULTATION,
        seeds: '网络断了 宽带装不了 手机没信号 电线像蜘蛛网 线缆掉下来 有线电视没信号 弱电箱 地下车库没信号 光纤断了 通信线垂下来' },
    ],
  },
  {
    code: 'urgent', zh: '紧急求助', en: 'Emergencies', icon: 'alarm', kinds: ['urgent'], department: 'members', limits: EMERGENCY,
    leaves: [
      { code: 'urgent.fire', zh: '起火冒烟', en: 'Fire or smoke', signposts: ['fire'],
        seeds: '着火了 起火冒烟 楼里冒黑烟 电动车烧起来了 厨房着火 车棚起火 闻到烧焦味 火灾' },
      { code: 'urgent.health', zh: '突发疾病受伤', en: 'Sudden illness or injury', signposts: ['ambulance'],
        seeds: '老人晕倒了 有人摔倒起不来 心脏病发作 突然昏迷 流血了 骨折了 喘不上气 有人从楼梯滚下来 叫不醒' },
      { code: 'urgent.lift', zh: '电梯困人', en: 'Trapped in a lift', questions: [LIFT, PEOPLE_INSIDE], signposts: ['fire'],
        seeds: '被困在电梯里 电梯关人了 电梯困人 电梯卡住有人在里面 孩子关在电梯里 电梯停在半空出不来 电梯打不开里面有人' },
      { code: 'urgent.gasSmell', zh: '燃气泄漏', en: 'Gas leak', signposts: ['fire'],
        seeds: '闻到煤气味 燃气泄漏 天然气漏气 楼道里有很浓的煤气味 漏气了 燃气报警器响 煤气中毒 臭鸡蛋一样的气味' },
      { code: 'urgent.missing', zh: '老人小孩走失', en: 'Missing person', privacy: 'limited', signposts: ['police'],
        seeds: '老人走丢了 孩子不见了 家里老人没回来 走失 找不到孩子 失智老人走失 联系不上独居老人 敲门没人应 帮忙找人' },
      { code: 'urgent.storm', zh: '台风暴雨险情', en: 'Storm and flood',
        seeds: '家里进水了 台风吹倒树 房子要塌 山体滑坡 洪水漫进来 广告牌要掉下来 围墙倒了 暴雨淹了一楼 被水困住' },
      { code: 'urgent.locked', zh: '被锁门外或反锁', en: 'Locked in or out',
        seeds: '孩子反锁在家里 门打不开灶上还烧着火 老人被锁在屋里 忘带钥匙家里开着火 阳台被关在外面 小孩被锁车里 孩子卡在栏杆里' },
    ],
  },
]
