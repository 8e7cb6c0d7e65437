/** On the road: standing water, holes, covers, lamps, cars. */
import type { Random } from '../../generate/random.ts'
import { NIGHT, RAIN, SUN } from '../light.ts'
import {
  at,
  bag,
  box,
  car,
  cone,
  ellipse,
  finish,
  group,
  HEIGHT,
  HORIZON,
  line,
  path,
  rain,
  road,
  shadow,
  streetBehind,
  warningSign,
  WIDTH,
} from '../parts.ts'

type State = 'before' | 'after'

export function puddle(random: Random, state: State): string {
  const [cx, cy] = [random.int(280, 350), random.int(368, 382)]
  if (state === 'before') {
    const shape = `M${cx - 235} ${cy + 4}c40-48 150-58 236-50 100 6 196 22 190 58s-104 66-222 62-258-18-204-70z`
    const rings = Array.from({ length: 5 }, () => {
      const [x, y, r] = [cx + random.int(-150, 130), cy + random.int(-14, 36), random.int(14, 34)]
      return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${(r * 0.27).toFixed(1)}"/><ellipse cx="${x}" cy="${y}" rx="${r / 2}" ry="${(r * 0.13).toFixed(1)}"/>`
    })
    return (
      streetBehind(random, RAIN) +
      road(RAIN) +
      group(path(shape, '#454c50', 'transform="translate(0 4)"'), 'filter="url(#soft)" opacity=".8"') +
      group(path(shape, 'url(#wet)'), 'filter="url(#edge)"') +
      group(
        path(`M${cx - 150} ${cy - 18}h74l-9 66h-50zM${cx + 64} ${cy - 28}h88l-16 76h-56z`, '#8a8375') +
          path(`M${cx - 30} ${cy - 26}h70l-8 50h-50z`, '#c4ccce'),
        'filter="url(#soft)" opacity=".42"',
      ) +
      group(rings.join(''), 'fill="none" stroke="#f3f7f7" stroke-width="1.6" opacity=".75"') +
      rain(random) +
      finish(RAIN)
    )
  }
  const patch = `M${cx - 150} ${cy - 28} ${cx + 150} ${cy - 46}l92 62-392 36z`
  return (
    streetBehind(random, SUN) +
    road(SUN) +
    path(patch, '#3f4548', 'filter="url(#near)"') +
    path(patch, '#fff', 'opacity=".05"') +
    line(`M${cx - 150} ${cy - 28} ${cx + 150} ${cy - 46}l92 62`, '#2b3033', 3, 'opacity=".5"') +
    line(`M${cx - 120} ${cy - 6} ${cx + 190} ${cy - 22}M${cx - 140} ${cy + 16}l350-24`, '#565d60', 2, 'opacity=".5"') +
    warningSign(cx + random.int(90, 150), cy + 22, 1.1) +
    finish(SUN)
  )
}

export function pothole(random: Random, state: State): string {
  const [cx, cy] = [random.int(270, 360), 372]
  const tiles =
    Array.from({ length: 9 }, (_, row) => {
      const y = HORIZON + 14 + row * row * 2.9
      return line(`M0 ${y}H640`, '#6d6c66', 1 + row * 0.14, 'opacity=".4"')
    }).join('') +
    Array.from({ length: 17 }, (_, i) =>
      line(`M320 190 ${(i - 8) * 130 + 320} 500`, '#6d6c66', 1.4, `opacity=".3" clip-path="inset(${HORIZON}px 0 0 0)"`),
    ).join('')
  const paving =
    box(0, HORIZON, WIDTH, HEIGHT - HORIZON, 'url(#road)') +
    group(tiles, `clip-path="polygon(0 ${HORIZON}px,640px ${HORIZON}px,640px 480px,0 480px)"`)
  if (state === 'before') {
    const hole = `M${cx - 120} ${cy}l40-36 66-8 58 6 52 24 18 30-48 30-74 12-72-10z`
    const bits = Array.from({ length: 14 }, () =>
      path(
        `M${cx + random.int(-170, 170)} ${cy + random.int(-40, 62)}l${random.int(6, 17)}-${random.int(3, 8)} ${random.int(3, 9)} ${random.int(5, 10)}z`,
        random.pick(['#8d8a82', '#a39e93', '#77746d']),
      ),
    )
    return (
      streetBehind(random, RAIN) +
      paving +
      path(hole, '#716c63', 'transform="translate(0 5)" filter="url(#near)"') +
      group(path(hole, '#3a3733'), 'filter="url(#edge)"') +
      group(path(`M${cx - 80} ${cy + 4}l40-20 90 2 50 20-30 22-90 8z`, '#262422'), 'filter="url(#soft)"') +
      bits.join('') +
      line(`M${cx + 110} ${cy - 6}l60-26 40-4M${cx - 118} ${cy + 4}l-70 10-50 26`, '#55524c', 3, 'opacity=".7"') +
      finish(RAIN)
    )
  }
  return (
    streetBehind(random, SUN) +
    paving +
    path(`M${cx - 150} ${cy - 40}h260l54 96h-372z`, '#c6c0b2', 'filter="url(#near)"') +
    line(
      `M${cx - 90} ${cy - 40}l-50 96M${cx - 10} ${cy - 40}l-14 96M${cx + 60} ${cy - 40}l24 96M${cx - 172} ${cy - 4}h310`,
      '#97917f',
      2.4,
      'opacity=".8"',
    ) +
    cone(cx - 180, cy + 50, 0.85) +
    cone(cx + 190, cy + 44, 0.85) +
    line(`M${cx - 180} ${cy}q190 34 370-6`, '#c94f2a', 5, 'stroke-dasharray="22 14"') +
    finish(SUN)
  )
}

export function manhole(random: Random, state: State): string {
  const turn = random.int(-10, 10)
  const bars = Array.from({ length: 9 }, (_, i) => {
    const dx = -144 + i * 36
    const reach = Math.sqrt(Math.max(0, 1 - (dx / 158) ** 2)) * 128
    return `M${320 + dx} ${(240 - reach).toFixed(0)}v${(reach * 2).toFixed(0)}`
  }).join('')
  const fixed = state === 'after'
  const cracks = 'M112 128 46 62M506 330l104 82M470 140l90-62M150 380l-70 64'
  const lid = `${ellipse(320, 246, 186, 156, fixed ? '#50565a' : '#474c4f')}${ellipse(320, 242, 168, 140, fixed ? '#3c4144' : '#3f4447')}${ellipse(320, 239, 160, 132, fixed ? '#6d7478' : '#686d70')}${line(bars, fixed ? '#4b5155' : '#4c5154', 9, 'stroke-linecap="butt"')}${ellipse(290, 200, 110, 78, '#fff', 'opacity=".07" filter="url(#soft)"')}`
  const hole =
    path(
      'M322 240 226 132c32-20 66-28 104-26l28 44 44-8 44 52-20 46 28 44c-16 32-40 56-72 70l-16-52-36-8-8-54z',
      '#090c0e',
    ) + line('M226 132c32-20 66-28 104-26l28 44 44-8 44 52-20 46 28 44', '#8a9094', 3, 'opacity=".8"')
  const ground = fixed ? '#9c9c97' : '#83868a'
  return `${box(0, 0, WIDTH, HEIGHT, ground)}${fixed ? ellipse(320, 246, 232, 196, '#b3b0a6', 'filter="url(#edge)"') : line(cracks, '#3b3f42', 5)}${group(lid + (fixed ? '' : hole), `transform="rotate(${turn} 320 240)"`)}${fixed ? group(box(276, 224, 88, 30, '#565c60', 'rx="6"') + box(282, 230, 76, 5, '#8b9296', 'rx="2" opacity=".6"'), `transform="rotate(${turn} 320 240)"`) : ''}${box(0, 0, WIDTH, HEIGHT, 'url(#vignette)')}`
}

export function lamp(random: Random, state: State): string {
  const lit = state === 'after'
  const x = random.int(226, 300)
  const head: readonly [number, number] = [x + 78, 96]
  const post =
    path(`M${x - 5} 400l3-290c0-30 20-42 46-40l30 2v9l-28-2c-20-1-34 8-34 30l5 291z`, '#0b1116') +
    path(`M${head[0] - 16} 68h40l8 17h-52z`, '#0d1419')
  const light = lit
    ? path(`M${head[0] - 8} 88h28L${head[0] + 172} 448H${head[0] - 160}z`, 'url(#cone)', 'filter="url(#near)"') +
      ellipse(head[0] + 6, 438, 176, 38, '#ffdf9a', 'opacity=".5" filter="url(#soft)"') +
      ellipse(head[0] + 6, 92, 86, 86, 'url(#lamp)') +
      ellipse(head[0] + 6, 88, 13, 8, '#fff8e4')
    : ''
  return (
    streetBehind(random, NIGHT, lit ? 0.3 : 0.14) +
    road(NIGHT) +
    (lit ? box(0, 0, WIDTH, HEIGHT, '#ffb347', 'opacity=".07"') : box(0, 0, WIDTH, HEIGHT, '#04070a', 'opacity=".2"')) +
    post +
    light +
    finish(NIGHT)
  )
}

export function parking(random: Random, state: State): string {
  const colours = random.shuffled(['#d9d9d4', '#4c5b66', '#8f2f2c', '#2f4b63', '#a8a29a', '#3c4043'])
  const pick = (i: number) => colours[i % colours.length] ?? '#d9d9d4'
  if (state === 'before')
    return (
      streetBehind(random, RAIN) +
      road(RAIN) +
      at(150, 296, car(0, 0, pick(0), 0.62)) +
      at(330, 290, car(0, 0, pick(1), 0.55)) +
      at(500, 302, car(0, 0, pick(2), 0.66)) +
      at(424, 356, group(car(0, 0, pick(3), 0.95), `transform="rotate(${random.int(-7, -3)})"`)) +
      at(180, 424, group(car(0, 0, pick(4), 1.25), `transform="rotate(${random.int(3, 7)})"`)) +
      finish(RAIN)
    )
  const bays = Array.from({ length: 5 }, (_, i) => `M${60 + i * 130} 292l${-50 + i * 24} 84`).join('')
  return (
    streetBehind(random, SUN) +
    road(SUN) +
    line(`${bays}M30 292h580`, '#f4f2ea', 5, 'opacity=".9"') +
    at(130, 346, car(0, 0, pick(0), 0.55)) +
    at(268, 346, car(0, 0, pick(1), 0.55)) +
    at(540, 346, car(0, 0, pick(2), 0.55)) +
    line('M-20 440 680 424', '#e9c24a', 7, 'stroke-dasharray="46 30"') +
    [190, 320, 450]
      .map((x) =>
        at(x, 414, shadow(0, 0, 14) + box(-6, -46, 12, 46, '#38444c', 'rx="4"') + box(-6, -36, 12, 9, '#e9c24a')),
      )
      .join('') +
    finish(SUN)
  )
}

export function wreck(random: Random, state: State): string {
  if (state === 'after')
    return (
      streetBehind(random, SUN) +
      road(SUN) +
      path('M190 330h230l70 96H140z', '#8c8c86') +
      line('M190 330h230l70 96M190 330l-50 96', '#f4f2ea', 7) +
      line('M250 372l30 22 60-46', '#f4f2ea', 9, 'opacity=".9"') +
      finish(SUN)
    )
  const dust = Array.from({ length: 26 }, () =>
    ellipse(
      random.int(200, 450),
      random.int(280, 390),
      random.int(4, 16),
      random.int(2, 7),
      '#a39a83',
      'opacity=".35"',
    ),
  ).join('')
  return (
    streetBehind(random, RAIN) +
    road(RAIN) +
    at(320, 404, car(0, 0, random.pick(['#7c8078', '#6d6a63', '#857e72']), 1.45)) +
    group(dust, 'filter="url(#near)"') +
    path('M218 398c20-34 26-30 34-4 8-30 16-26 22 4zM398 404c14-40 24-34 30-4 10-26 18-22 22 4z', '#6f8a5c') +
    bag(492, 372, '#55606a', 0.7) +
    line('M300 268l26 20-10 14 24 12', '#e8ecee', 2.4, 'opacity=".7"') +
    finish(RAIN)
  )
}
