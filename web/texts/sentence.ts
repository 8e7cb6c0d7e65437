/** What a sentence for a refusal is: words in both languages, or a function of the details that the server sent with it. */
export type Details = Readonly<Record<string, unknown>>
export type Words = { zh: string; en: string }
export type Sentence = Words | ((details: Details) => Words)
