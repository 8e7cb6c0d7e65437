/** What an organisation is called by its kind or form, and the lists that the forms choose from. */
import type { OrganisationForm } from '#contracts/organisations.ts'
import type { OrganisationKind } from '#contracts/people.ts'
import { useLang } from '#web/platform/i18n.ts'
import { formText } from '#web/texts/organisations.ts'
import { organisationKindText } from '#web/texts/people.ts'

export function useOrganisationWords() {
  const lang = useLang() === 'en' ? 'en' : 'zh'
  const [kinds, forms] = [organisationKindText[lang], formText[lang]]
  return {
    kinds,
    forms,
    wordOf: ({ kind, form }: { kind: OrganisationKind; form: OrganisationForm | null }) =>
      form ? forms[form] : kinds[kind],
  }
}
