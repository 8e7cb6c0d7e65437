/** What a bulletin on paper needs, whether a draft or published: the same look for its writer, its readers and the printer. */
import type { Block, BulletinView, Material } from '#contracts/bulletins.ts'

export type PaperData = Pick<BulletinView, 'id' | 'kind' | 'title' | 'placeName' | 'from' | 'to' | 'version' | 'publishedAs' | 'publishedAt' | 'note'> & { blocks: readonly Block[]; material: Material } // prettier-ignore

export const photoSrc = (bulletinId: string, photoId: string, size: 'thumb' | 'card' | 'full') =>
  `/api/bulletins/${bulletinId}/photos/${photoId}?size=${size}`

export const percent = (of: number, n: number) => (n === 0 ? '—' : `${Math.round((of / n) * 100)}%`)
/** 11 月 16 日, 16 Nov */
export const dayOf = (on: string, lang: 'zh-CN' | 'en') =>
  lang === 'en'
    ? new Intl.DateTimeFormat('en-GB', { month: 'short', day: 'numeric', timeZone: 'UTC' }).format(new Date(on))
    : `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8, 10))} 日`

/** Whether a block has something to show: the same rule as the server's when it composes. */
export function hasContent({ kind, text, leftOut }: Block, material: Material): boolean {
  switch (kind) {
    case 'heading':
    case 'text':
    case 'notice':
      return text.trim() !== ''
    case 'chart':
      return material.trend.some(({ received, closed }) => received + closed > 0)
    case 'places':
      return material.places.length > 1
    case 'solved':
      return material.solved.some(({ id }) => !leftOut.includes(id))
    case 'overdue':
      return material.overdue.length > 0
    case 'ladder':
      return material.ladder.length > 0
    case 'doing':
      return material.doing.length > 0
    case 'thanks':
      return Object.values(material.thanks).some((count) => count > 0)
    case 'figures':
      return true
  }
}
