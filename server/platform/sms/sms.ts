/** Text messages to phones. The interface that every provider's adapter meets; the console sender is the default. */
export type SmsMessage = {
  phone: string
  /** Providers in China send approved templates: its key, and the words that fill it. */
  template: 'code' | 'consentCode' | 'urgentCall' | 'requestStep' | 'reminder'
  words: Record<string, string>
  /** The same id twice is sent once. */
  messageId: string
}

export type Sms = { send(message: SmsMessage): Promise<void> }
