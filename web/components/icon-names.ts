/** The symbols of icons.svg; icon.test.ts holds the two lists together. */
// prettier-ignore
export const ICON_NAMES = [
  'home', 'camera', 'hand-heart', 'calendar', 'user', 'people', 'bell', 'phone', 'pin', 'clock', 'check',
  'check-circle', 'alert', 'info', 'help', 'whistle', 'ballot', 'ladder', 'refresh', 'bolt', 'star', 'star-full',
  'heart', 'mic', 'search', 'close', 'back', 'more', 'chevron', 'chevron-down', 'chevron-up', 'arrow-up',
  'arrow-right', 'map', 'list', 'filter', 'sort', 'plus', 'minus', 'lock', 'eye', 'eye-off', 'print', 'building',
  'chart', 'trend', 'gear', 'logout', 'login', 'book', 'document', 'pencil', 'trash', 'download', 'upload', 'share',
  'link', 'copy', 'key', 'shield', 'gift', 'talk', 'message', 'megaphone', 'flag', 'medal', 'sun', 'moon',
  'text-size', 'globe', 'locate', 'route', 'layers', 'pause', 'play', 'send', 'image', 'no-signal', 'signal', 'menu',
  'grid', 'family', 'badge', 'scale', 'hand-up', 'inbox', 'split', 'merge', 'undo', 'drop', 'lamp', 'car', 'lift',
  'tool', 'pill', 'tree', 'noise', 'fire', 'paw', 'bike',
] as const
export type IconName = (typeof ICON_NAMES)[number]
