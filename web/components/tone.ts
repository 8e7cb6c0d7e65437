/** The seven states a thing can be in, as colours. A colour never stands without its word. */
import './tone.css'

/** new 待派, doing 办理中, due 快到期, late 超时/紧急, said 办结 (hollow), good 已解决 (filled), ladder 上会. */
export type Tone = 'new' | 'doing' | 'due' | 'late' | 'said' | 'good' | 'ladder'

export const toneClass = (tone: Tone) => `tone-${tone}`
