/** Between the houses: bins, bulky waste, bicycle shed, garden, pond. */
import type { Random } from '../../generate/random.ts'
import { RAIN, SUN } from '../light.ts'
import {
  at,
  bag,
  bin,
  box,
  carton,
  ellipse,
  fade,
  finish,
  group,
  HEIGHT,
  HORIZON,
  line,
  path,
  road,
  shadow,
  streetBehind,
  tree,
  WIDTH,
} from '../parts.ts'

type State = 'before' | 'after'
const BAGS = ['#3d444a', '#c9c4b5', '#4a5a66', '#8c2f2a', '#d8d3c4', '#56616a', '#b7b29f']

function wall(colour: readonly [string, string], ground: string): string {
  const rows = Array.from({ length: 10 }, (_, i) => `M0 ${26 + i * 34}h640`).join('')
  return `<defs>${fade('wall', colour)}</defs>${box(0, 0, WIDTH, 344, 'url(#wall)')}${line(rows, '#8e8778', 1.4, 'opacity=".4"')}${box(0, 344, WIDTH, 136, ground)}${box(0, 336, WIDTH, 12, '#7f7a70')}${box(0, 348, WIDTH, 16, '#000', 'opacity=".12" filter="url(#near)"')}`
}

export function bins(random: Random, state: State): string {
  if (state === 'before') {
    const heap = Array.from({ length: 9 }, (_, i) => ({
      x: 70 + i * 58 + random.int(-24, 24),
      y: random.int(338, 402),
      s: random.real(0.8, 1.25),
      c: random.pick(BAGS),
    })).sort((a, b) => a.y - b.y)
    const litter = Array.from({ length: 11 }, () =>
      path(
        `M${random.int(40, 590)} ${random.int(425, 470)}l${random.int(12, 30)}-7 ${random.int(6, 14)} 12-${random.int(14, 26)} 9z`,
        random.pick(['#e6e2d4', '#cfd8d8', '#d9c9a4']),
      ),
    )
    return (
      wall(['#d3ccbd', '#b4ad9e'], '#9fa09b') +
      bin(182, 228, '#3f6f5a', 1, true) +
      bin(338, 226, '#55636b', 1) +
      bag(222, 196, random.pick(BAGS), 0.85) +
      bag(256, 190, random.pick(BAGS), 0.75) +
      bag(386, 176, random.pick(BAGS), 0.8) +
      heap.map(({ x, y, s, c }) => bag(x, y, c, s)).join('') +
      carton(500, 384, 84, 52) +
      carton(40, 410, 70, 46, '#a9855a') +
      litter.join('') +
      box(0, 0, WIDTH, HEIGHT, '#2a2c22', 'opacity=".13"') +
      finish(RAIN)
    )
  }
  const notice =
    box(150, 54, 340, 92, '#fbfaf4', 'rx="6"') +
    box(150, 54, 340, 20, '#2f6d57', 'rx="4"') +
    [0, 1, 2, 3]
      .map(
        (i) =>
          ellipse(192 + i * 84, 110, 17, 17, ['#2f6fa5', '#3b7d57', '#b35a32', '#6d7478'][i] ?? '#3b7d57') +
          box(214 + i * 84, 104, 34, 5, '#a9afab') +
          box(214 + i * 84, 114, 24, 5, '#c8ccc8'),
      )
      .join('')
  const roof =
    path('M40 24h560l22 26H18z', '#4f5e66') + box(52, 50, 9, 330, '#66747b') + box(579, 50, 9, 330, '#66747b')
  return (
    wall(['#e6dfd0', '#cbc4b4'], '#b8b8b1') +
    roof +
    notice +
    ['#2f6fa5', '#3b7d57', '#b35a32', '#6d7478']
      .map((colour, i) => bin(88 + i * 124, 226 + random.int(-1, 1), colour, 1))
      .join('') +
    line('M30 430h580', '#f3f1e8', 5, 'opacity=".7"') +
    finish(SUN)
  )
}

export function bulky(random: Random, state: State): string {
  const base = state === 'before' ? RAIN : SUN
  const scene = streetBehind(random, base) + road(base)
  if (state === 'after')
    return (
      scene +
      path('M120 330h390l60 80H70z', '#fff', 'opacity=".1" filter="url(#soft)"') +
      at(
        500,
        330,
        shadow(0, 0, 34) +
          box(-5, -120, 10, 120, '#5f6d74') +
          box(-62, -132, 124, 62, '#2f6d57', 'rx="6"') +
          box(-46, -118, 92, 9, '#fff', 'opacity=".9"') +
          box(-46, -100, 60, 7, '#fff', 'opacity=".7"') +
          line('M20-88h26l-9-9m9 9-9 9', '#fff', 4),
      ) +
      tree(random, SUN, 120, 330, 42) +
      finish(SUN)
    )
  const sofa = `${shadow(0, 4, 150, 0.5)}${path('M-140-96c0-18 12-26 30-26h220c18 0 30 8 30 26v30h-280z', '#7d6a58')}${path('M-160-76c0-18 44-18 46 4v30h228v-30c2-22 46-22 46-4v62c0 6-4 8-10 8h-300c-6 0-10-2-10-8z', '#8d7864')}${path('M-112-48h108v24h-108zM4-48h108v24H4z', '#9d8873')}${path('M-150-6h24v14h-24zM126-6h24v14h-24z', '#3d342c')}${path('M-60-106l30 12-8 18 26 6', 'none', 'stroke="#e9dfcc" stroke-width="5" opacity=".8"')}`
  const sacks = Array.from({ length: 6 }, (_, i) =>
    at(
      430 + (i % 3) * 62 + random.int(-6, 6),
      400 - Math.floor(i / 3) * 40,
      shadow(0, 18, 34, 0.25) +
        path(
          'M-32-14c0-8 4-10 12-10h40c8 0 12 2 12 10l3 24c0 6-4 8-10 8h-50c-6 0-10-2-10-8z',
          random.pick(['#c9c2b0', '#b9b3a2', '#d3ccba']),
        ) +
        line('M-18-10c10 4 26 4 36 0', '#8f8876', 2.4),
    ),
  ).join('')
  return (
    scene +
    at(210, 400, sofa, random.real(0.95, 1.08)) +
    sacks +
    carton(360, 408, 56, 44) +
    box(0, 0, WIDTH, HEIGHT, '#2a2c22', 'opacity=".08"') +
    finish(RAIN)
  )
}

export function shed(random: Random, state: State): string {
  const base = state === 'before' ? RAIN : SUN
  const fixed = state === 'after'
  const roof =
    path('M30 96 610 70l24 34L14 134z', fixed ? '#5f7f8f' : '#7b7f7d') +
    (fixed
      ? ''
      : path('M300 84l90-5-16 40-60 4z', '#3a4245') + line('M340 120v60M322 122v40', '#cfd8dc', 2, 'opacity=".7"')) +
    [50, 320, 590].map((x) => box(x - 5, 110, 10, 280, '#6f7a80')).join('')
  const box_ = (x: number) =>
    box(x, 190, 42, 58, '#e8ebe9', 'rx="5"') +
    box(x + 9, 202, 24, 16, '#39454c', 'rx="3"') +
    ellipse(x + 21, 234, 5, 5, fixed ? '#3aa26c' : '#8d3b30') +
    (fixed ? '' : line(`M${x + 21} 248c10 40-20 50 6 90`, '#23292c', 4))
  const bike = (x: number, colour: string) =>
    at(
      x,
      404,
      `${shadow(0, 2, 62, 0.4)}${ellipse(-46, -22, 23, 23, '#20262a')}${ellipse(-46, -22, 12, 12, '#aab2b6')}${ellipse(48, -22, 23, 23, '#20262a')}${ellipse(48, -22, 12, 12, '#aab2b6')}${path('M-58-40c0-14 16-20 34-18l20 24h20l14-56h12l-8 66c-2 8-6 10-14 10h-60c-10 0-18-8-18-26z', colour)}${path('M-66-70c20-8 44-6 52 4l-4 8h-46z', '#272c30')}${line('M34-94l-16-8M34-94l18-2', '#272c30', 6)}`,
    )
  return (
    streetBehind(random, base) +
    box(0, HORIZON - 10, WIDTH, 234, fixed ? '#b9b7ae' : '#8f9394') +
    roof +
    box(40, 176, 560, 8, '#58646b') +
    [110, 235, 365, 490].map(box_).join('') +
    [120, 250, 380, 510]
      .map((x, i) =>
        fixed || i !== 2
          ? bike(x + random.int(-8, 8), random.pick(['#9c2f2a', '#2e5f82', '#4a7a5a', '#d7d3c8', '#3b4248']))
          : '',
      )
      .join('') +
    finish(base)
  )
}

export function garden(random: Random, state: State): string {
  if (state === 'before') {
    const stones = Array.from({ length: 24 }, () =>
      ellipse(
        random.int(20, 620),
        random.int(300, 470),
        random.int(4, 13),
        random.int(3, 7),
        random.pick(['#8d7d66', '#7a6b56', '#a5957b']),
      ),
    )
    const weeds = Array.from({ length: 12 }, () =>
      at(
        random.int(30, 610),
        random.int(290, 460),
        line('M0 0c-3-10-9-14-14-16M0 0c0-12 2-18 6-22M0 0c4-8 10-12 16-12', random.pick(['#7d8a55', '#8d9160']), 3),
      ),
    )
    return (
      streetBehind(random, RAIN) +
      box(0, HORIZON, WIDTH, 224, '#a08c6f') +
      group(
        path('M60 330c90-40 200-30 260 4s200 30 280-10v70c-120 46-420 60-540 0z', '#86735a') +
          path('M180 400c90-16 190-8 250 16-80 26-200 26-250-16z', '#75644e'),
        'filter="url(#edge)"',
      ) +
      stones.join('') +
      weeds.join('') +
      finish(RAIN)
    )
  }
  const flowers = Array.from({ length: 90 }, () => {
    const y = random.int(300, 452)
    const x = y < 360 ? random.int(20, 250) : random.int(14, 220)
    const right = random.chance(0.55)
    return ellipse(
      right ? 640 - x * 0.8 : x,
      y,
      random.real(3, 6.5),
      random.real(3, 5.5),
      random.pick(['#d9788a', '#e8b6c0', '#f2e4c8', '#c95f6e', '#e7c25f', '#b98bc4']),
    )
  })
  const bushes = Array.from({ length: 18 }, (_, i) =>
    ellipse(
      i % 2 ? random.int(400, 640) : random.int(0, 250),
      random.int(296, 452),
      random.int(22, 50),
      random.int(14, 26),
      random.pick(['#6f9462', '#86a873', '#5b8257']),
    ),
  ).sort()
  const bench = `${shadow(0, 6, 76, 0.35)}${box(-62, -30, 124, 9, '#a5774a', 'rx="3"')}${box(-62, -42, 124, 9, '#b98857', 'rx="3"')}${box(-62, -66, 124, 8, '#a5774a', 'rx="3"')}${box(-62, -80, 124, 8, '#b98857', 'rx="3"')}${path('M-54-82h7v88h-7zM47-82h7v88h-7z', '#4c555a')}`
  return (
    streetBehind(random, SUN) +
    box(0, HORIZON, WIDTH, 224, '#8fae78') +
    path(`M286 ${HORIZON}h50c40 60 130 110 70 224H190c70-90 130-140 96-224z`, '#dccfb4', 'filter="url(#near)"') +
    group(bushes.join(''), 'filter="url(#leaf)"') +
    flowers.join('') +
    at(random.int(440, 486), 366, bench, 0.95) +
    tree(random, SUN, 92, 322, 50) +
    finish(SUN)
  )
}

export function pond(random: Random, state: State): string {
  const clean = state === 'after'
  const light = clean ? SUN : RAIN
  const shape = 'M60 372c30-62 160-86 290-80s250 40 240 96-150 78-290 74S36 430 60 372z'
  const water = `<defs>${fade('pond', clean ? ['#cfe3ea', '#6fa3b5'] : ['#a9ad92', '#4e5a45'])}</defs>`
  const rocks = Array.from({ length: 26 }, (_, i) => {
    const a = (i / 26) * 2 * Math.PI
    return ellipse(
      325 + Math.cos(a) * random.int(266, 284),
      378 + Math.sin(a) * random.int(84, 94),
      random.int(14, 27),
      random.int(9, 15),
      random.pick(['#a6a297', '#8c897f', '#bcb7a8']),
    )
  })
  const dirt =
    Array.from({ length: 22 }, () =>
      ellipse(
        random.int(120, 530),
        random.int(318, 440),
        random.int(6, 34),
        random.int(2, 9),
        random.pick(['#6c7450', '#8b8a5c', '#5d6a48']),
        'opacity=".7"',
      ),
    ).join('') +
    Array.from({ length: 7 }, () =>
      at(
        random.int(130, 520),
        random.int(330, 430),
        random.chance(0.5)
          ? box(-12, -4, 24, 8, '#dfe6e6', 'rx="3" transform="rotate(-14)"')
          : path('M-14 0l12-8 14 4-4 9-16 2z', random.pick(['#e9e4d6', '#c65b3c', '#7fa8bd'])),
      ),
    ).join('')
  const lilies =
    Array.from({ length: 9 }, () =>
      ellipse(random.int(120, 520), random.int(330, 430), random.int(14, 26), random.int(5, 9), '#6f9a68'),
    ).join('') +
    Array.from({ length: 4 }, () =>
      at(
        random.int(140, 500),
        random.int(335, 420),
        path(
          'M0 0c-9-4-8-14 0-18 8 4 9 14 0 18zM-3 0c-10 0-14-7-11-14 8 1 12 7 11 14zM3 0c10 0 14-7 11-14-8 1-12 7-11 14z',
          '#eab4c2',
        ),
      ),
    ).join('')
  const reeds = Array.from({ length: 16 }, () =>
    line(
      `M${random.int(30, 130)} ${random.int(380, 410)}q${random.int(-8, 8)}-50 ${random.int(-14, 16)}-${random.int(76, 120)}`,
      random.pick(['#6d8f5c', '#57794d', '#86a36b']),
      4,
    ),
  ).join('')
  return `${streetBehind(random, light)}${box(0, HORIZON, WIDTH, 224, clean ? '#97b380' : '#7d8a6b')}${water}${group(path(shape, 'url(#pond)'), 'filter="url(#edge)"')}${group(rocks.join(''), 'filter="url(#near)"')}${group(path('M200 306h90l-10 70h-60zM370 300h70l-14 60h-44z', '#fff'), `filter="url(#soft)" opacity="${clean ? 0.35 : 0.14}"`)}${clean ? lilies + line('M220 400h70M380 360h54M300 340h40', '#fff', 2.4, 'opacity=".5"') + reeds : dirt + ellipse(390, 380, 90, 16, '#c7b27a', 'opacity=".35" filter="url(#soft)"') + reeds}${finish(light)}`
}
