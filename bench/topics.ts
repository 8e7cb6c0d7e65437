/**
 * Hot topics on real messages: `npm run bench -- topics`. Needs the 4,326 messages of the 2020 TipDM Cup, problem C, beside
 * the project; without them it says so and ends. Writes bench/results/topics.json.
 *
 * Nobody has labelled these messages by topic. The reference is eleven topics that anybody can name by the words that only
 * they have (丽发新城 with 搅拌): for each, the group that matches it best. `precision`: share of the group that is of the
 * topic; `recall`: share of the topic that is in the group. The rule that names a topic also catches messages that mention
 * its place in passing, so 1.0 is not to be had.
 *
 * Read: means over topics; how many groups; how many texts are in none; seconds of CPU for all of them at once (open
 * requests of a district are fewer). Below, what the largest groups were said to have in common: to be judged by eye.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSheet } from 'read-excel-file/node'
import { commonWords } from '#modules/topics/common.ts'
import { groupSaid, type Said } from '#modules/topics/group.ts'

const MESSAGES = fileURLToPath(new URL('../../shared/data/complaints-zh/messages-4326.xlsx', import.meta.url))

const REFERENCE: Record<string, (all: string, title: string) => boolean> = {
  丽发新城搅拌站: (all) => /丽发新城/.test(all) && /搅拌/.test(all),
  伊景园滨河苑车位: (all) => /伊景园|滨河苑/.test(all),
  魅力之城油烟: (all) => /魅力之城/.test(all) && /油烟|夜宵|烧烤|排烟/.test(all),
  '58车贷': (all) => /58车贷/.test(all),
  人才购房补贴: (_all, title) => /购房补[贴助]/.test(title),
  泉星公园: (all) => /泉星公园/.test(all),
  凉塘路旧城改造: (_all, title) => /凉塘路/.test(title),
  经济学院实习: (all, title) => /经济学院/.test(title) && /实习|打工/.test(all),
  绿地海外滩高铁: (all) => /绿地海外滩/.test(all) && /高铁|渝长厦|铁路|长赣/.test(all),
  麻将馆: (_all, title) => /麻将/.test(title),
  松雅湖: (_all, title) => /松雅湖/.test(title),
}
const SHOWN = 25

if (!existsSync(MESSAGES)) {
  console.error(`SKIPPED: ${MESSAGES} is not there.`)
  process.exit(0)
}
const [, ...rows] = await readSheet(MESSAGES)
const said: Said[] = rows.map((row, at) => ({
  id: String(at),
  title: String(row[2] ?? '').trim(),
  text: String(row[4] ?? '').trim(),
  placeKey: null,
}))
const before = process.cpuUsage()
const groups = groupSaid(said)
const spent = process.cpuUsage(before)

const judged = Object.entries(REFERENCE).map(([topic, is]) => {
  const wanted = new Set(said.filter(({ title, text }) => is(title + text, title)).map(({ id }) => id))
  const best = groups
    .map(({ ids }) => {
      const hits = ids.filter((id) => wanted.has(id)).length
      const [precision, recall] = [hits / ids.length, hits / wanted.size]
      return { n: ids.length, precision, recall, f1: hits ? (2 * precision * recall) / (precision + recall) : 0 }
    })
    .sort((a, b) => b.f1 - a.f1)[0] ?? { n: 0, precision: 0, recall: 0, f1: 0 }
  return { topic, messages: wanted.size, ...best }
})
const mean = (key: 'precision' | 'recall' | 'f1') =>
  Number((judged.reduce((sum, one) => sum + one[key], 0) / judged.length).toFixed(2))
const summary = {
  messages: said.length,
  groups: groups.length,
  inAGroup: groups.reduce((sum, { ids }) => sum + ids.length, 0),
  precision: mean('precision'),
  recall: mean('recall'),
  f1: mean('f1'),
  cpuSeconds: Number(((spent.user + spent.system) / 1e6).toFixed(1)),
}
console.table(judged.map((one) => ({ ...one, precision: one.precision.toFixed(2), recall: one.recall.toFixed(2), f1: one.f1.toFixed(2) }))) // prettier-ignore
console.table([summary])
const titles = said.map(({ title }) => title)
for (const { ids, closeness } of groups.slice(0, SHOWN))
  console.log(`${String(ids.length).padStart(4)}  ${closeness}  ${commonWords(ids.map((id) => titles[Number(id)] ?? ''), titles).join(' · ')}`) // prettier-ignore
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/topics.json', `${JSON.stringify({ summary, judged }, null, 2)}\n`)
