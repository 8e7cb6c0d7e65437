/** Passwords that everybody tries first. */
export const isCommon = (password: string, username: string): boolean =>
  username.length > 2 && password.toLowerCase().includes(username)
