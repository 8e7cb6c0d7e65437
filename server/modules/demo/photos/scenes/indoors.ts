/** In the house: corridors, stairs, leaks, and repairs at a table. */
import type { Random } from '../../generate/random.ts'
import { at, box, carton, ellipse, fade, group, HEIGHT, line, path, shadow, WIDTH } from '../parts.ts'

type State = 'before' | 'after'

function corridor(lightness: 'day' | 'dark' | 'lit'): string {
  const c =
    lightness === 'dark'
      ? {
          ceil: '#20272c',
          left: '#1a2024',
          right: '#1e2529',
          floor: '#14191c',
          end: '#232b30',
          band: '#1d2b28',
          glass: '#2f4352',
        }
      : lightness === 'lit'
        ? {
            ceil: '#f6e8c6',
            left: '#d6c7a4',
            right: '#e6d8b6',
            floor: '#a69676',
            end: '#ecdfbf',
            band: '#94a88c',
            glass: '#31475a',
          }
        : {
            ceil: '#eceae2',
            left: '#c3c0b4',
            right: '#d8d5ca',
            floor: '#918f87',
            end: '#e0ded3',
            band: '#9db8a8',
            glass: '#dbe8ec',
          }
  const tiles = [340, 362, 396, 440].map((y) => `M${216 - (y - 332) * 1.46} ${y}H${424 + (y - 332) * 1.46}`).join('')
  return `${box(0, 0, WIDTH, HEIGHT, c.end)}${path('M0 0h640L424 148H216z', c.ceil)}${path('M0 0 216 148v184L0 480z', c.left)}${path('M640 0 424 148v184l216 148z', c.right)}${path('M0 480 216 332h208l216 148z', c.floor)}
${line(`${tiles}M270 332 160 480M320 332v148M370 332l110 148`, '#000', 1.4, 'opacity=".16"')}
${path('M0 320 216 244v88L0 480zM640 320 424 244v88l216 148z', c.band, 'opacity=".75"')}
${box(272, 166, 96, 122, '#8b938f', 'rx="3"')}${box(277, 171, 86, 112, c.glass)}${line('M320 171v112M277 226h86', '#8b938f', 5)}${lightness === 'day' ? path('M272 290 180 480h280l-92-190z', '#fff', 'opacity=".2" filter="url(#soft)"') : ''}
${path('M44 130 124 158v234L44 440zM596 130l-80 28v234l80 48z', lightness === 'dark' ? '#2a211b' : '#7a5b46')}${path('M52 146 116 168v214L52 424zM588 146l-64 22v214l64 42z', '#fff', 'opacity=".08"')}${ellipse(112, 282, 5, 7, '#d9b871')}${ellipse(528, 282, 5, 7, '#d9b871')}`
}

const bicycle = (x: number, y: number) =>
  at(
    x,
    y,
    `${shadow(0, 2, 66)}${line('M-40-26m-26 0a26 26 0 1 0 52 0a26 26 0 1 0-52 0M42-26m-26 0a26 26 0 1 0 52 0a26 26 0 1 0-52 0', '#2a3034', 5)}${line('M-40-26-14-66h44L42-26M-14-66 4-26h-44M4-26 30-66l-4-16h14M-18-76h14', '#a8432f', 5)}`,
  )

export function clutter(random: Random, state: State): string {
  if (state === 'after')
    return (
      corridor('day') +
      at(
        566,
        300,
        box(-26, -40, 52, 66, '#fdfcf6', 'rx="3"') +
          box(-26, -40, 52, 14, '#2f6d57') +
          box(-16, -14, 32, 5, '#9aa39e') +
          box(-16, -2, 24, 5, '#b9c0bc'),
      ) +
      path('M200 480 260 350h110l60 130z', '#fff', 'opacity=".16" filter="url(#soft)"') +
      vignette()
    )
  const stack = [
    carton(70, 356, 96, 92),
    carton(86, 270, 84, 84, '#c39d6c'),
    carton(462, 350, 104, 98, '#a9855a'),
    carton(486, 268, 80, 82),
    carton(150, 400, 76, 62, '#a07c50'),
  ]
  return `${corridor('day')}${ellipse(150, 452, 120, 14, '#000', 'opacity=".25" filter="url(#soft)"')}${ellipse(520, 452, 110, 14, '#000', 'opacity=".25" filter="url(#soft)"')}${random.chance(0.5) ? stack.join('') : stack.slice(0, 4).join('')}${bicycle(random.int(300, 350), 446)}${random.chance(0.6) ? at(430, 430, shadow(0, 6, 30) + path('M-28 0c-4-30 0-44 28-44s32 14 28 44z', '#6d7f8c') + line('M-14-44c0-16 28-16 28 0', '#6d7f8c', 5)) : ''}${vignette()}`
}

export function darkStairs(random: Random, state: State): string {
  const lit = state === 'after'
  const fitting = at(
    320,
    62,
    `${ellipse(0, 0, 46, 13, lit ? '#fffaf0' : '#39434a')}${ellipse(0, -4, 46, 10, lit ? '#f4ead2' : '#2a3237')}`,
  )
  const [x, y] = [random.int(150, 190), random.int(230, 250)]
  const speck = lit
    ? ''
    : ellipse(320, 226, 130, 110, '#4b6a80', 'opacity=".16" filter="url(#glow)"') +
      ellipse(x, y, 5, 5, '#c8472f', 'opacity=".9"')
  return `${corridor(lit ? 'lit' : 'dark')}${lit ? ellipse(320, 70, 230, 150, '#fff1cc', 'opacity=".55" filter="url(#glow)"') + path('M280 70h80l170 410H110z', '#ffeec2', 'opacity=".2" filter="url(#soft)"') : box(0, 0, WIDTH, HEIGHT, '#05080a', 'opacity=".35"')}${fitting}${speck}${vignette(lit ? 1 : 1.6)}`
}

export function handrail(random: Random, state: State): string {
  const steps = Array.from({ length: 7 }, (_, i) => {
    const [x, y, w] = [150 + i * 30, 450 - i * 44, 430 - i * 22]
    return `${box(x, y - 30, w, 46, '#b4b1a7')}${path(`M${x} ${y - 30}l22-14h${w - 22}v14z`, '#d3d0c5')}${box(x, y - 30, w, 4, '#8e8b81')}`
  }).join('')
  const posts = Array.from({ length: 6 }, (_, i) => [190 + i * 34, 440 - i * 46] as const)
  const sway = random.int(10, 18)
  const rail =
    state === 'after'
      ? posts
          .map(
            ([x, y]) => box(x - 5, y - 128, 10, 118, '#c2c8cb') + box(x - 5, y - 128, 3, 118, '#fff', 'opacity=".5"'),
          )
          .join('') +
        line('M166 318 382 26', '#a86f3d', 17) +
        line('M164 313 380 21', '#d9a56c', 5, 'opacity=".8"') +
        ellipse(166, 318, 11, 11, '#8d5a2d')
      : posts
          .slice(2)
          .map(([x, y], i) =>
            line(`M${x} ${y - 12}l${i === 0 ? -sway * 2 : sway * (i % 2 ? 1 : -0.6)}-112`, '#7c6a5c', 8),
          )
          .join('') +
        line(`M244 236 300 ${150 + sway} 388 34`, '#6a4c35', 14) +
        line('M176 420l-34-40', '#7c6a5c', 8) +
        path('M232 246l20-14 4 16-18 8z', '#53392a')
  return `<defs>${fade('stairWall', ['#efece3', '#c9c5b9'])}</defs>${box(0, 0, WIDTH, HEIGHT, 'url(#stairWall)')}${path('M0 480V330L420 0h220v480z', state === 'after' ? '#a9c0b1' : '#9aa79c', 'opacity=".55"')}${box(0, 450, WIDTH, 30, '#9d9a90')}${group(steps, '')}${path('M420 0h120L300 480H120z', '#fff', 'opacity=".12" filter="url(#soft)"')}${group(rail, '')}${vignette()}`
}

export function leak(random: Random, state: State): string {
  const fixed = state === 'after'
  const room = `<defs>${fade('plain', fixed ? ['#f6f2e8', '#e3ddcf'] : ['#dcd7ca', '#bdb7a8'])}</defs>${box(0, 0, WIDTH, HEIGHT, 'url(#plain)')}${path('M0 0h640v70L500 96H0z', fixed ? '#fbf9f2' : '#d6d1c3')}${line('M0 96h500l140-26', '#a39d8d', 2, 'opacity=".5"')}${box(0, 440, WIDTH, 40, '#9b7f5f')}${box(0, 430, WIDTH, 12, '#efe9db')}`
  const window = at(
    440,
    150,
    `${box(0, 0, 150, 190, '#f3f1ea', 'rx="4"')}${box(10, 10, 130, 170, fixed ? '#c5dde8' : '#9aabb4')}${line('M75 10v170M10 90h130', '#f3f1ea', 8)}${fixed ? '' : line('M30 20l-4 26M60 60l-4 26M110 30l-4 26M96 110l-4 26', '#e8eff2', 2)}`,
  )
  if (fixed)
    return (
      room +
      window +
      path('M40 110h330v250c-100 20-240 24-330 6z', '#fffdf6', 'opacity=".5" filter="url(#edge)"') +
      at(
        180,
        434,
        shadow(0, 0, 70) +
          path('M-44-70h88l-8 68h-72z', '#d9dde0') +
          ellipse(0, -70, 44, 10, '#fff') +
          line('M-40-70c0-50 80-50 80 0', '#8b969c', 4),
      ) +
      at(
        292,
        432,
        line('M0 0 34-120', '#b98857', 8) + box(18, -152, 40, 34, '#5f8ea3', 'rx="4" transform="rotate(14)"'),
      ) +
      vignette(0.8)
    )
  const rings = [1, 0.72, 0.42]
    .map((k, i) =>
      path(
        `M${200 - 150 * k} ${92 + 10 * k}c${60 * k} ${-30 * k} ${230 * k} ${-26 * k} ${310 * k} 0 ${26 * k} ${80 * k}-${50 * k} ${170 * k}-${140 * k} ${150 * k}-${110 * k} ${10 * k}-${200 * k}-${70 * k}-${170 * k}-${150 * k}z`,
        ['#b9a67e', '#a08a5f', '#7c6a4a'][i] ?? '#a08a5f',
        'opacity=".55"',
      ),
    )
    .join('')
  const drips = Array.from({ length: 6 }, () =>
    line(
      `M${random.int(110, 330)} ${random.int(190, 240)}v${random.int(50, 130)}`,
      '#8d7a55',
      random.int(2, 5),
      'opacity=".5"',
    ),
  ).join('')
  const flakes = Array.from({ length: 8 }, () =>
    path(
      `M${random.int(90, 350)} ${random.int(120, 230)}l${random.int(14, 30)}-8 10 14-${random.int(12, 22)} 12z`,
      '#efeadd',
      'opacity=".85"',
    ),
  ).join('')
  return (
    room +
    window +
    group(rings, 'filter="url(#edge)"') +
    group(drips, 'filter="url(#near)"') +
    flakes +
    at(
      216,
      440,
      shadow(0, 2, 70) +
        path('M-56-62h112L44 0h-88z', '#4d7fa0') +
        ellipse(0, -62, 56, 13, '#6b9cbb') +
        ellipse(0, -60, 46, 9, '#c9dbe3'),
    ) +
    line('M216 300v24M216 346v10', '#8fb2c4', 5) +
    vignette()
  )
}

export function repair(random: Random, state: State): string {
  const hall = `<defs>${fade('hall', ['#efe9da', '#d9d0bb'])}</defs>${box(0, 0, WIDTH, HEIGHT, 'url(#hall)')}${box(0, 372, WIDTH, 108, '#b79a78')}${line('M0 400h640M0 440h640', '#8f7553', 1.4, 'opacity=".4"')}`
  const fridge = (x: number, open: boolean) =>
    at(
      x,
      404,
      `${shadow(60, 4, 86, 0.4)}${box(0, -300, 128, 300, '#e9edee', 'rx="10"')}${box(0, -300, 128, 300, 'url(#side)', 'rx="10"')}${line('M0-190h128', '#b8c0c4', 4)}${box(12, -280, 7, 60, '#9da7ac', 'rx="3"')}${open ? path('M128-300l74 34v292l-74-26z', '#d3dadd') + box(10, -180, 108, 170, '#2b343a', 'rx="4"') + line('M16-130h96M16-80h96', '#6f7b82', 3) : box(12, -170, 7, 80, '#9da7ac', 'rx="3"')}`,
    )
  const fan = (x: number, y: number) =>
    at(
      x,
      y,
      `${shadow(0, 2, 40)}${box(-4, -80, 8, 80, '#6c787f')}${ellipse(0, 0, 34, 8, '#56626a')}${ellipse(0, -112, 42, 42, '#eef1f1', 'stroke="#8c989e" stroke-width="3"')}${path('M0-112c-6-30 20-34 22-14zM0-112c30-6 34 20 14 22zM0-112c6 30-20 34-22 14zM0-112c-30 6-34-20-14-22z', '#5f9bb4')}`,
    )
  const cooker = (x: number, y: number, colour: string) =>
    at(
      x,
      y,
      `${shadow(0, 2, 46)}${path('M-42-56h84l-6 56h-72z', colour)}${ellipse(0, -56, 42, 13, '#f4f4f0')}${ellipse(0, -62, 10, 5, '#5a646a')}${box(-16, -34, 32, 18, '#2f383d', 'rx="4"')}`,
    )
  if (state === 'before')
    return (
      hall +
      box(0, 40, 150, 260, '#c9d9df', 'rx="4"') +
      line('M75 40v260M0 170h150', '#f6f2e6', 7) +
      fridge(270, true) +
      at(470, 430, shadow(0, 0, 60) + ellipse(0, -4, 66, 13, '#a9c4d0', 'opacity=".8"')) +
      at(
        210,
        424,
        shadow(0, 2, 40) + box(-44, -40, 88, 42, '#b0432f', 'rx="6"') + line('M-18-40v-14h36v14', '#7d2e20', 6),
      ) +
      line('M390 330c30 10 20 60 50 70', '#23292d', 5) +
      vignette()
    )
  const flag = Array.from({ length: 11 }, (_, i) =>
    path(`M${30 + i * 56} 30h40l-20 40z`, ['#c9923a', '#4d9a78', '#0a678a', '#c46b5a'][i % 4] ?? '#c9923a'),
  ).join('')
  const student = (x: number, shirt: string, hair: string) =>
    at(
      x,
      392,
      `${path('M-40 0c0-70 12-96 40-96s40 26 40 96z', shirt)}${ellipse(0, -122, 24, 27, '#e3bd98')}${path('M-25-124c-2-30 52-32 50 0-8-12-40-14-50 0z', hair)}`,
    )
  return (
    hall +
    line('M0 30h640', '#9a8f78', 2) +
    flag +
    fridge(490, false) +
    [96, 208, 330, 430]
      .map((x) =>
        student(
          x + random.int(-8, 8),
          random.pick(['#3f7a92', '#4d8a6b', '#c08a3e', '#7a6fa3']),
          random.pick(['#2b2622', '#3a2e27', '#1f2023']),
        ),
      )
      .join('') +
    box(20, 352, 470, 20, '#c9a26f', 'rx="4"') +
    box(20, 352, 470, 6, '#fff', 'opacity=".3"') +
    box(40, 372, 12, 100, '#8d6f48') +
    box(458, 372, 12, 100, '#8d6f48') +
    box(20, 372, 470, 46, '#e9e0cd', 'opacity=".6"') +
    fan(70, 350) +
    cooker(170, 350, '#d8d3c6') +
    cooker(268, 350, '#b0543f') +
    fan(372, 350) +
    at(
      436,
      350,
      box(-36, -44, 72, 44, '#7a5b46', 'rx="5"') + ellipse(-14, -22, 13, 13, '#2b2622') + box(8, -34, 20, 6, '#e9d9b4'),
    ) +
    vignette(0.8)
  )
}

const vignette = (strength = 1) => box(0, 0, WIDTH, HEIGHT, 'url(#vignette)', `opacity="${Math.min(1, strength)}"`)
