/** Reading the documentation: links, headings, citations in source files; and the page that is printed from the lifecycle. */
import { dirname, join } from 'node:path'
import type { RequestAction } from '#contracts/requests.ts'
import type { LIFECYCLE } from '#modules/requests/lifecycle.ts'

export type Citation = { page: string; section?: string }

/** Pages that a source file names: `docs/a.md`, and `docs/a.md, "Section", "Other"`, also over the line break of a comment. */
export function citationsIn(code: string): Citation[] {
  const flat = code.replace(/\r?\n\s*(?:\*|\/\/|--)?\s*/g, ' ')
  return [...flat.matchAll(/(?<![\w./])(docs\/[\w./-]*\w)((?:,? "[^"]+")*)/g)].flatMap(([, page = '', quoted = '']) => {
    const sections = [...quoted.matchAll(/"([^"]+)"/g)].map(([, section = '']) => section)
    return sections.length === 0 ? [{ page }] : sections.map((section) => ({ page, section }))
  })
}

export const headingsOf = (page: string): string[] =>
  [...page.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading.trim())

/** As the usual renderers make it: small letters, blanks to hyphens, punctuation gone. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

/** Relative links and pictures of a page that lead nowhere. `contentOf` gives a file's text, '' when it has no sections. */
export function brokenLinks(file: string, text: string, contentOf: (path: string) => string | undefined): string[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [path = '', anchor] = target.split('#')
      const content = path === '' ? text : contentOf(join(dirname(file), decodeURIComponent(path)))
      if (content === undefined) return true
      return anchor !== undefined && !headingsOf(content).map(anchorOf).includes(decodeURIComponent(anchor))
    })
}

type Words = readonly [zh: string, en: string]

/** The table of the loop for people to read. */
export function lifecyclePage(
  actions: readonly RequestAction[],
  lifecycle: typeof LIFECYCLE,
  wordsOf: (action: RequestAction) => Words,
): string {
  const pending = lifecycle.urge.from
  const from = (statuses: readonly string[]) => {
    const covered = pending.every((status) => statuses.includes(status))
    const rest = covered ? statuses.filter((status) => !(pending as readonly string[]).includes(status)) : statuses
    return [...(covered ? ['*pending*'] : []), ...rest].join(', ')
  }
  const rows = actions.map((action) => {
    const row = lifecycle[action]
    const [zh, en] = wordsOf(action)
    const not = row.notBy ? ` (not: ${row.notBy.join(', ')})` : ''
    const cells = [`\`${action}\``, `${zh} ${en}`, from(row.from), row.to, row.by.join(', ') + not]
    return `| ${[...cells, row.needs?.join(', ') ?? '', row.tells.join(', ')].join(' | ')} |`
  })
  return `# The loop as a table

Printed from \`server/modules/requests/lifecycle.ts\`; never edited by hand. Why it is so: [requests.md](requests.md).

*pending*: ${pending.join(', ')}. **to**: *same* stays; *back* where it was before it was laid aside; *again* a new round, with
whoever had it, else at the desk. **by**: how the person stands to the request (\`policy.ts\`); *clock* is time itself. What may close a step
for the moment stands in \`guards.ts\`, what else it changes in \`effects.ts\`.

| step | words | from | to | by | needs | tells |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
