/** Words of the shared components. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const kitText = texts({
  zh: {
    back: '返回', close: '关闭', more: '更多', undo: '撤销', retry: '现在再试', cancel: '取消', all: '全部',
    before: '前', after: '后', waitingForAfter: '等照片', noPhoto: '没有照片', seam: '拖动看前后', openPhoto: '看大图',
    paused: '暂停', ring: (step: number) => `第 ${step} 步，共 5 步`, ringDone: '已解决',
    takePhoto: '拍照', choosePhoto: '从相册选', removePhoto: (nth: number) => `去掉第 ${nth} 张`, photo: (nth: number) => `第 ${nth} 张照片`, uploading: (percent: number) => `已传 ${percent}%`,
    photoWaits: '有网再传', photoFailed: '没传上，点一下再传',
    reveal: '填理由查看', revealTitle: '为什么要看', revealHint: '本人会在“谁看过我”里看到这句话。', revealReason: '理由', reasonNeeded: '先写理由', show: '查看',
    offlineTitle: '没信号', offlineNow: '没信号，看到的是上次的内容。', failedTitle: '没取到',
    notFound: '没有这一页', notFoundHint: '可能已经挪走，或地址写错了。', goHome: '回首页',
    optional: '可不填', mapKeys: '地图。方向键移动，加减号缩放。', zoomIn: '放大', zoomOut: '缩小', locate: '我在哪儿', mapMe: '我的位置',
    loading: '正在取',
  },
  en: {
    back: 'Back', close: 'Close', more: 'More', undo: 'Undo', retry: 'Try now', cancel: 'Cancel', all: 'All',
    before: 'Before', after: 'After', waitingForAfter: 'Photo to come', noPhoto: 'No photo', seam: 'Drag to compare', openPhoto: 'Enlarge',
    paused: 'Paused', ring: (step: number) => `Step ${step} of 5`, ringDone: 'Solved',
    takePhoto: 'Take a photo', choosePhoto: 'From album', removePhoto: (nth: number) => `Remove photo ${nth}`, photo: (nth: number) => `Photo ${nth}`, uploading: (percent: number) => `${percent}% sent`,
    photoWaits: 'Waits for signal', photoFailed: 'Not sent; tap to retry',
    reveal: 'Give a reason to view', revealTitle: 'Why do you need it?', revealHint: 'The person will read this under “Who looked at me”.', revealReason: 'Reason', reasonNeeded: 'Write the reason first', show: 'View',
    offlineTitle: 'No signal', offlineNow: 'No signal: this is what you saw last.', failedTitle: 'Could not load',
    notFound: 'No such page', notFoundHint: 'It may have moved, or the address is wrong.', goHome: 'Go home',
    optional: 'optional', mapKeys: 'Map. Arrow keys move, plus and minus zoom.', zoomIn: 'Zoom in', zoomOut: 'Zoom out', locate: 'Where am I', mapMe: 'My position',
    loading: 'Loading',
  },
})
