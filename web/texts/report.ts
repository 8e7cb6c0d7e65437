/** Words of 随手拍 and 要帮忙. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const reportText = texts({
  zh: {
    title: { problem: '随手拍', help: '要帮忙' }, keep: '存草稿', kept: '已存草稿', discard: '删掉这份', discarded: '已删掉',
    photo: '拍一张', photoHint: '照片里的位置只用来找地方，发出时会去掉。',
    words: { problem: '怎么了', help: '想请人帮什么' }, wordsPlaceholder: { problem: '写两个字就行', help: '比如：帮忙换个灯泡' },
    urgent: '急事、有危险？', urgentNote: '马上叫人，不用填',
    // where
    where: '在哪儿', looking: '正在找地方', nowhere: '还不知道在哪儿', nowhereNote: '点一下，在地图上选，或选楼栋', change: '不对，改一下', choose: '选地方',
    from: { photo: '取自照片位置', device: '取自手机位置', map: '您在地图上选的', picked: '您选的', home: '您家这里' }, within: (metres: string) => `约 ${metres}内`, useDevice: '用我现在的位置', locating: '正在定位', noPosition: '没定到位，请在地图上选，或选楼栋。',
    outside: '这里不在本区，请在地图上另选。',
    placeTitle: '在哪儿', byMap: '地图', byList: '选楼栋', mapHint: '点一下地图，哪里出的事就点哪里。', search: '楼栋、小区或路名', searchPlaceholder: '比如：12 栋', nothingFound: '没找到，换个叫法试试', take: '就是这里', placeWords: '说得更清楚些', placeWordsPlaceholder: '比如：东门内，快递柜旁边', placeMap: (name: string) => `${name}地图`,
    // what
    looksLike: '看着像', category: '类别', otherCategory: '其他', allCategories: '全部类别', findCategory: '找类别', noCategory: '不选类别', elsewhere: '不归社区管，告诉您找谁', elsewhereTitle: (name: string) => `${name}，社区办不了`, elsewhereNote: '找下面的，更快。', alsoCall: '也可以直接找', notThis: '不是这个，重选', call: (phone: string) => `打 ${phone}`, needAnswer: '还差一个要答的',
    // similar
    similar: (count: number) => (count === 1 ? '旁边有一件没办完的，是同一件吗？' : '旁边有没办完的，是同一件吗？'), similarClosed: '刚办好', away: (metres: string) => `${metres}外`, followers: (count: number) => `${count} 人关注`, joinIt: '是，我也关注', joining: '正在关注', joined: '已关注，办好了告诉您', look: '去看看',
    // how
    how: '怎么报', limited: '只让办理的人看', limitedForced: '这一类只有办理的人看得到', forOther: '替别人报',
    otherName: '那位怎么称呼', otherPhone: '那位的手机号', otherPhoneHint: '本人能在自己手机上看到办得怎样', channel: '怎么来的', channels: { door: '上门听到', walkIn: '来人说', telephone: '来电话', paper: '纸条' }, needName: '先写那位怎么称呼',
    // send
    promise: (accept: string, handle: string) => `${accept} 前有人接，${handle} 前办结`, promiseAccept: (accept: string) => `${accept} 前有人接`, offlinePromise: '没信号：照片和文字都存着，有网自动发一次',
    send: '发出', sendOffline: '存好，有网自动发', sending: '发送中', sendingPhotos: '正在传照片', needSomething: '拍一张，或写两个字', needPlace: '先选地方', badPhoto: '先去掉传不上的照片', stored: '存好了，有网自动发', sent: '发出去了',
  },
  en: {
    title: { problem: 'Report', help: 'Get help' }, keep: 'Save draft', kept: 'Draft saved', discard: 'Delete this', discarded: 'Deleted',
    photo: 'Take a photo', photoHint: 'A photo’s position only helps to find the place and is removed when sent.',
    words: { problem: 'What is wrong', help: 'What help is wanted' }, wordsPlaceholder: { problem: 'A few words will do', help: 'E.g. change a light bulb' },
    urgent: 'Urgent or dangerous?', urgentNote: 'Call people at once, nothing to fill in',
    where: 'Where', looking: 'Finding the place', nowhere: 'Place not known yet', nowhereNote: 'Tap to pick it on the map or from the buildings', change: 'Not right, change it', choose: 'Choose the place',
    from: { photo: 'From the photo’s position', device: 'From the phone’s position', map: 'You picked it on the map', picked: 'You picked it', home: 'Where you live' }, within: (metres: string) => `within about ${metres}`, useDevice: 'Use where I am', locating: 'Locating', noPosition: 'No position found. Pick it on the map or from the buildings.',
    outside: 'This lies outside the district; please pick another spot.',
    placeTitle: 'Where', byMap: 'Map', byList: 'Buildings', mapHint: 'Tap the spot where it is.', search: 'Building, compound or road', searchPlaceholder: 'E.g. building 12', nothingFound: 'Nothing found; try another name', take: 'Here it is', placeWords: 'More exactly', placeWordsPlaceholder: 'E.g. inside the east gate, by the parcel lockers', placeMap: (name: string) => `Map of ${name}`,
    looksLike: 'Looks like', category: 'Category', otherCategory: 'Other', allCategories: 'All categories', findCategory: 'Find a category', noCategory: 'No category', elsewhere: 'Not for the community: whom to ask', elsewhereTitle: (name: string) => `${name}: not for the community`, elsewhereNote: 'These are quicker.', alsoCall: 'You can also ask directly', notThis: 'Not this, choose again', call: (phone: string) => `Call ${phone}`, needAnswer: 'One answer is still missing',
    similar: (count: number) => (count === 1 ? 'One nearby is still open. Is it the same?' : 'Some nearby are still open. Is it the same?'), similarClosed: 'just done', away: (metres: string) => `${metres} away`, followers: (count: number) => (count === 1 ? '1 follower' : `${count} followers`), joinIt: 'Yes, me too', joining: 'Following', joined: 'You follow it and hear when it is done', look: 'Look',
    how: 'How', limited: 'Only for those who handle it', limitedForced: 'Only those who handle it see this kind', forOther: 'For somebody else',
    otherName: 'Their name', otherPhone: 'Their mobile number', otherPhoneHint: 'They can follow it on their own phone', channel: 'How it came', channels: { door: 'At the door', walkIn: 'Walk-in', telephone: 'By telephone', paper: 'On paper' }, needName: 'Their name first',
    promise: (accept: string, handle: string) => `Taken in by ${accept}, done by ${handle}`, promiseAccept: (accept: string) => `Taken in by ${accept}`, offlinePromise: 'No signal: photos and words are kept and send themselves once',
    send: 'Send', sendOffline: 'Save, sends itself later', sending: 'Sending', sendingPhotos: 'Sending photos', needSomething: 'Take a photo or write a few words', needPlace: 'Choose the place first', badPhoto: 'Remove the refused photo first', stored: 'Saved, sends itself when online', sent: 'Sent',
  },
})
