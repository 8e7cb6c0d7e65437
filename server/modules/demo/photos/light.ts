/** Three kinds of light, and what they do to sky, road, houses and trees. */
export type Light = {
  sky: readonly [top: string, horizon: string]
  road: readonly [far: string, near: string]
  kerb: string
  grass: string
  houses: readonly string[]
  window: string
  leaf: readonly [lit: string, shade: string]
  trunk: string
  /** Sun haze or darkness laid over everything. */
  veil: { colour: string; opacity: number }
}

export const RAIN: Light = {
  sky: ['#8f9ea8', '#cdd4d4'],
  road: ['#8b9195', '#5d6468'],
  kerb: '#a2a199',
  grass: '#6a7f63',
  houses: ['#b3ac9e', '#a9aba5', '#a89a8a'],
  window: '#68757e',
  leaf: ['#7f9a70', '#3d5744'],
  trunk: '#5d5143',
  veil: { colour: '#5f6e78', opacity: 0.1 },
}
export const SUN: Light = {
  sky: ['#a9cbdd', '#f3efe0'],
  road: ['#b3b2ac', '#85857f'],
  kerb: '#c4bfb0',
  grass: '#9db084',
  houses: ['#dccfb8', '#cfcabd', '#d3b99d'],
  window: '#82919a',
  leaf: ['#a9c18b', '#587a55'],
  trunk: '#6d5c4a',
  veil: { colour: '#fff0cf', opacity: 0.2 },
}
export const NIGHT: Light = {
  sky: ['#0b1521', '#2a3a47'],
  road: ['#25313a', '#12191f'],
  kerb: '#2f3a41',
  grass: '#16231f',
  houses: ['#1a2731', '#1d2a33', '#182329'],
  window: '#24333d',
  leaf: ['#243a32', '#0f1c20'],
  trunk: '#10181c',
  veil: { colour: '#04080c', opacity: 0.22 },
}
