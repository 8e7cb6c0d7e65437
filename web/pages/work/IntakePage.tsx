export const IntakePage = () => null
