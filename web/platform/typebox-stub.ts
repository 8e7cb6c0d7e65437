/**
 * Stands in for `typebox` in the browser (alias in vite.config.ts): schemas are taken out of the contracts before they are
 * bundled (scripts/lib/light-contracts.ts), and this keeps the library that built them out as well.
 */
// the library's own export is the default one
// eslint-disable-next-line no-restricted-syntax
export default {}
