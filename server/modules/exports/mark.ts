/** What is written on every file: what it is, who took it out in which capacity, when, for what, under which number. */
import type { Actor } from '#platform/actor.ts'
import { KINDS } from './kinds.ts'
import type { ExportFound } from './queries.ts'
import { penFor } from './words.ts'

export type Mark = { rows: (readonly [string, string])[]; line: string; title: string }

export function markFor(one: ExportFound, actor: Pick<Actor, 'name'>): Mark {
  const { pick, time } = penFor(one.language)
  const title = pick(KINDS[one.kind].title)
  const who = `${one.capacity}（${actor.name}）`
  const { from, to } = one.filters
  const rows: [string, string][] = [
    [pick(['名称', 'List']), title],
    [pick(['导出编号', 'Number of the export']), one.number],
    [pick(['导出人', 'Taken out by']), who],
    [pick(['制作时间', 'Made']), time(one.readyAt)],
    [pick(['用途', 'Purpose']), one.purpose || pick(['未填', 'not said'])],
    ...(one.placeName ? [[pick(['范围', 'Place']), one.placeName] satisfies [string, string]] : []),
    ...(from && to ? [[pick(['时段', 'Period']), `${String(from)} — ${String(to)}`] satisfies [string, string]] : []),
    [pick(['行数', 'Rows']), String(one.rowCount)],
    [
      pick(['使用', 'Use']),
      one.personal
        ? pick(['含个人信息：只用于上述用途，用完删除，不转发。每行末尾的标记说明出自哪次导出。', 'Holds personal data: use it for the purpose above only, delete it afterwards, do not pass it on. The mark at the end of each row says which export it is from.']) // prettier-ignore
        : pick([
            '按导出人当时可见的范围制作，时间为北京时间。',
            'As the person who took it out saw it then; times are those of Beijing.',
          ]),
    ],
  ]
  return { rows, line: `${one.number}　${who}　${time(one.readyAt)}`, title }
}
