/**
 * Stands in for `typebox` in the browser (alias in vite.config.ts). A page uses of a contract only its types, which are
 * gone after compiling, and each endpoint's method and path; schemas are checked by the server. So the library, 19 kB
 * gzipped, stays off the phone. Every builder answers an object with the `properties` that contracts spread.
 */
type Schema = { properties?: object }
const build = (given?: Schema & object): Schema => ({ properties: given?.properties ?? given ?? {} })

// the library's own export is the default one
// eslint-disable-next-line no-restricted-syntax
export default new Proxy({}, { get: () => build })
