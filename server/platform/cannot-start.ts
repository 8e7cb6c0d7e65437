/**
 * A reason why the product cannot start, said in one sentence to whoever is installing it.
 * Both languages travel together: at this point nobody has chosen one yet.
 */
export class CannotStart extends Error {
  readonly zh: string

  constructor(en: string, zh: string, options?: ErrorOptions) {
    super(en, options)
    this.name = 'CannotStart'
    this.zh = zh
  }
}
