/** What is being written on the report page, and the body it becomes. Pure. */
import type { CategoryView, SubmitBody } from '#contracts/requests.ts'

export type ReportKind = 'problem' | 'help'
export type OnBehalf = { channel: NonNullable<SubmitBody['onBehalf']>['channel']; name: string; phone: string }
export type Report = {
  kind: ReportKind
  text: string
  categoryCode: string | undefined
  /** By the question's words in Chinese, as they are sent. */
  answers: Readonly<Record<string, string>>
  location: SubmitBody['location']
  limited: boolean
  onBehalf: OnBehalf | undefined
}

export const blankReport = (kind: ReportKind): Report => ({
  kind,
  text: '',
  categoryCode: undefined,
  answers: {},
  location: {},
  limited: false,
  onBehalf: undefined,
})

/** Goes on with a draft of this device. */
export const reportFrom = (kind: ReportKind, body: SubmitBody): Report => ({
  kind,
  text: body.text,
  categoryCode: body.categoryCode,
  answers: Object.fromEntries((body.answers ?? []).map(({ question, answer }) => [question, answer])),
  location: body.location,
  limited: body.limited ?? false,
  onBehalf: body.onBehalf && { ...body.onBehalf, phone: body.onBehalf.phone ?? '' },
})

/** Photos are added by whoever sends it (platform/drafts.ts). */
export function bodyOf(report: Report, category: CategoryView | undefined): SubmitBody {
  const { kind, text, categoryCode, answers, location, limited, onBehalf } = report
  const told = Object.entries(answers).filter(([, answer]) => answer.trim() !== '')
  const phone = onBehalf?.phone.replaceAll(/\D/g, '')
  return {
    kind: fittingKind(kind, category),
    text: text.trim(),
    location,
    ...(categoryCode && { categoryCode }),
    ...(told.length > 0 && { answers: told.map(([question, answer]) => ({ question, answer: answer.trim() })) }),
    ...(limited && { limited }),
    ...(onBehalf && {
      onBehalf: { channel: onBehalf.channel, name: onBehalf.name.trim(), ...(phone && { phone }) },
    }),
  }
}

/** A category that is no problem but a suggestion or a practical matter makes the request one. */
const fittingKind = (kind: ReportKind, category: CategoryView | undefined): SubmitBody['kind'] =>
  !category || category.kinds.includes(kind) ? kind : (category.kinds.find((one) => one !== 'urgent') ?? kind)

/** What a list of drafts calls it. */
export const titleOf = ({ text }: Report, category: string | undefined): string =>
  text.trim().split('\n')[0]?.slice(0, 30) || category || ''

export const hasContent = ({ text, categoryCode }: Report, photoCount: number): boolean =>
  text.trim() !== '' || photoCount > 0 || categoryCode !== undefined

export const missingAnswer = ({ answers }: Report, category: CategoryView | undefined): boolean =>
  (category?.questions ?? []).some(({ required, words }) => required && !answers[words]?.trim())
