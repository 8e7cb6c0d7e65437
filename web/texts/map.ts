/** Words of the desk's map. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const mapText = texts({
  zh: {
    title: '地图', note: (count: number) => `未结 ${count} 件`, cut: (count: number) => `只画最急的 ${count} 件`, area: '范围', whole: (name: string) => `${name}（全部）`,
    look: '看什么', pins: '一件一点', heat: '网格超时', filter: '筛选',
    filters: { all: '全部', late: '超时', soon: '快到期', fresh: '等派', urgent: '紧急' },
    mapLabel: (place: string) => `${place}的未结事项地图`, list: '同样的事，列成清单', none: '这里没有符合的件', placed: '有位置的',
    legend: { late: '超时', due: '快到期', doing: '在时限内', new: '等派' }, heatLegend: '超时件数', heatSteps: ['0', '1', '2', '3–4', '5 及以上'].join('|'), grid: '网格', lateCount: '超时', openCount: '未结', table: '看数',
    pin: (title: string, standing: string) => `${title}，${standing}`, noHeat: '没有超时的网格',
  },
  en: {
    title: 'Map', note: (count: number) => `${count} open`, cut: (count: number) => `only the ${count} most urgent are drawn`, area: 'Area', whole: (name: string) => `${name} (all)`,
    look: 'Show', pins: 'Each request', heat: 'Overdue by grid', filter: 'Filter',
    filters: { all: 'All', late: 'Overdue', soon: 'Due soon', fresh: 'To send on', urgent: 'Urgent' },
    mapLabel: (place: string) => `Map of what is open in ${place}`, list: 'The same as a list', none: 'Nothing like that here', placed: 'With a position',
    legend: { late: 'Overdue', due: 'Due soon', doing: 'In time', new: 'To send on' }, heatLegend: 'Overdue', heatSteps: ['0', '1', '2', '3–4', '5 and more'].join('|'), grid: 'Grid', lateCount: 'Overdue', openCount: 'Open', table: 'As a table',
    pin: (title: string, standing: string) => `${title}, ${standing}`, noHeat: 'No grid has anything overdue',
  },
})
