/** Words of steps, events and faults as they are stored; one that is new to the list is shown as it was written. */
import { useText } from '#web/platform/i18n.ts'
import { exchangeText } from '#web/texts/exchange.ts'

export function useExchangeWords() {
  const t = useText(exchangeText)
  const stepOf = (what: string) => (what in t.steps ? t.steps[what as keyof typeof t.steps] : undefined) // asked for just before
  const eventOf = (what: string) => (what in t.events ? t.events[what as keyof typeof t.events] : what) // asked for just before
  const faultOf = (why: string) => (why in t.faults ? t.faults[why as keyof typeof t.faults] : why) // asked for just before
  return {
    /** Our steps are written as ours, their words in whatever case they like. */
    step: (what: string) => stepOf(what) ?? stepOf(what.toLowerCase()) ?? what,
    event: eventOf,
    /** Why it did not arrive: what they answered, or why nobody did. */
    why: ({ statusCode, fault }: { statusCode: number | null; fault: string | null }) =>
      [statusCode !== null && statusCode >= 300 && t.code(statusCode), fault && faultOf(fault)]
        .filter(Boolean)
        .join(' · '),
  }
}
