/** Words of the print size, on every page where elders arrive. */
import { texts } from '#web/platform/i18n.ts'

// prettier-ignore
export const printText = texts({
  zh: {
    bigger: '大字', printSize: '字号', title: '字号', hint: '换了马上看到，随时能换回来。',
    sizes: { 0: '标准', 1: '大', 2: '更大', 3: '很大', 4: '特大', 5: '最大' },
  },
  en: {
    bigger: 'Larger', printSize: 'Size', title: 'Print size', hint: 'You see it at once and can change back at any time.',
    sizes: { 0: 'Ordinary', 1: 'Large', 2: 'Larger', 3: 'Very large', 4: 'Extra large', 5: 'Largest' },
  },
})
