/** What a district may set: only parameters that the standard has, of their kind, the least never above the most. Pure. */
import { AppError } from '#platform/errors.ts'
import type { Setting, Standard } from './standard.ts'

/** @throws standard_parameter_wrong with the parameter's key as field */
export function checkSetting({ parameters }: Standard, given: Setting['parameters']): void {
  const wrong = (field: string) => new AppError('standard_parameter_wrong', { field })
  for (const [key, value] of Object.entries(given)) {
    const parameter = parameters[key]
    if (!parameter || typeof parameter.default !== typeof value) throw wrong(key)
    if (typeof value === 'number' ? !Number.isInteger(value) : value.length === 0) throw wrong(key)
  }
  for (const key of Object.keys(parameters).filter((one) => /least$/i.test(one))) {
    const least = given[key] ?? parameters[key]?.default
    const other = key.replace(/least$/, 'most').replace(/Least$/, 'Most')
    const most = given[other] ?? parameters[other]?.default
    if (typeof least === 'number' && typeof most === 'number' && least > most) throw wrong(key)
  }
}
