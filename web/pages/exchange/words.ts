/** Words of steps, events and faults as they are stored; one that is new to the list is shown as it was written. */
import { useText } from '#web/platform/i18n.ts'
import { exchangeText } from '#web/texts/exchange.ts'

const wordIn = (words: Record<string, string>, key: string) => words[key.toLowerCase()] ?? words[key] ?? key

export function useExchangeWords() {
  const t = useText(exchangeText)
  return {
    step: (what: string) => wordIn(t.steps, what),
    event: (what: string) => wordIn(t.events, what),
    /** Why it did not arrive: what they answered, or why nobody did. */
    why: ({ statusCode, fault }: { statusCode: number | null; fault: string | null }) =>
      [statusCode !== null && statusCode >= 300 && t.code(statusCode), fault && wordIn(t.faults, fault)]
        .filter(Boolean)
        .join(' · '),
  }
}
