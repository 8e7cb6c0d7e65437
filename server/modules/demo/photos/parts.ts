/**
 * Parts that scenes are put together from, drawn in a 640 × 480 frame. Every part returns SVG text; shades come
 * from a few shared gradients and filters, so that all pictures look taken by one camera.
 */
import type { Random } from '../generate/random.ts'
import type { Light } from './light.ts'

export const WIDTH = 640
export const HEIGHT = 480
/** Where the ground begins. */
export const HORIZON = 256

export function defs(seed: number): string {
  return `<defs>
<filter id="far" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="3.4"/></filter>
<filter id="near" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="1"/></filter>
<filter id="soft" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="7"/></filter>
<filter id="glow" x="-80%" y="-80%" width="260%" height="260%"><feGaussianBlur stdDeviation="15"/></filter>
<filter id="leaf" x="-15%" y="-15%" width="130%" height="130%"><feTurbulence type="fractalNoise" baseFrequency=".055" numOctaves="3" seed="${seed}"/><feDisplacementMap in="SourceGraphic" scale="28" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation="1.5"/></filter>
<filter id="edge" x="-10%" y="-10%" width="120%" height="120%"><feTurbulence type="fractalNoise" baseFrequency=".022" numOctaves="2" seed="${seed + 3}"/><feDisplacementMap in="SourceGraphic" scale="22"/><feGaussianBlur stdDeviation=".6"/></filter>
<radialGradient id="vignette" cx=".5" cy=".46" r=".78"><stop offset=".55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#080d11" stop-opacity=".4"/></radialGradient>
<radialGradient id="lamp"><stop offset="0" stop-color="#fff4d6"/><stop offset=".25" stop-color="#ffdc94" stop-opacity=".8"/><stop offset="1" stop-color="#ffc460" stop-opacity="0"/></radialGradient>
<linearGradient id="cone" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#ffe6ad" stop-opacity=".72"/><stop offset="1" stop-color="#ffd27a" stop-opacity=".04"/></linearGradient>
<linearGradient id="wet" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#bccad0"/><stop offset=".45" stop-color="#7a8a92"/><stop offset="1" stop-color="#414d54"/></linearGradient>
<linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff" stop-opacity=".16"/><stop offset=".45" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity=".2"/></linearGradient>
</defs>`
}

export const fade = (id: string, [from, to]: readonly [string, string]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`

export const box = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(w)}" height="${n(h)}" fill="${fill}" ${more}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (d: string, stroke: string, width: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linejoin="round" ${more.includes('linecap') ? '' : 'stroke-linecap="round"'} ${more}/>`
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`
export const at = (x: number, y: number, inside: string, scale = 1) =>
  `<g transform="translate(${n(x)} ${n(y)}) scale(${n(scale)})">${inside}</g>`
export const group = (inside: string, more: string) => `<g ${more}>${inside}</g>`
export const shadow = (cx: number, cy: number, rx: number, opacity = 0.3) =>
  ellipse(cx, cy, rx, rx * 0.14, '#10181c', `opacity="${opacity}" filter="url(#near)"`)
const n = (value: number) => Math.round(value * 10) / 10

/** Sky, a row of houses out of focus, trees: what stands behind a street. */
export function streetBehind(random: Random, light: Light, litWindows = 0): string {
  const houses: string[] = []
  const lamps: string[] = []
  let x = -20
  for (let i = 0; x < WIDTH; i++) {
    const far = i % 2 === 1
    const width = far ? random.int(120, 175) : random.int(150, 215)
    const top = far ? random.int(78, 120) : random.int(28, 70)
    houses.push(
      box(x, top, width, HORIZON + 4 - top, random.pick(light.houses)),
      box(x, top, width, HORIZON + 4 - top, 'url(#side)'),
    )
    if (!far) houses.push(box(x - 4, top - 5, width + 8, 8, '#fff', 'opacity=".18"'))
    const step = far ? 24 : 32
    for (let wx = x + 9; wx < x + width - 15; wx += step)
      for (let wy = top + 12; wy < HORIZON - 22; wy += far ? 27 : 36) {
        houses.push(
          box(wx, wy, far ? 13 : 18, far ? 14 : 19, light.window),
          box(wx, wy + (far ? 9 : 12), far ? 13 : 18, 3, '#fff', 'opacity=".1"'),
        )
        if (random.chance(litWindows))
          lamps.push(
            box(wx, wy, far ? 13 : 18, far ? 14 : 19, random.pick(['#ffd68a', '#f7c778', '#ffe2ae']), 'opacity=".92"'),
          )
      }
    x += width + random.int(10, far ? 16 : 26)
  }
  const trees = Array.from({ length: random.int(5, 7) }, (_, i) =>
    tree(random, light, i * 108 + random.int(-26, 40), HORIZON + random.int(-6, 8), random.int(34, 52)),
  )
  return `<defs>${fade('sky', light.sky)}${fade('road', light.road)}</defs>${box(0, 0, WIDTH, HORIZON + 10, 'url(#sky)')}
${group(houses.join('') + lamps.join(''), 'filter="url(#far)"')}${trees.join('')}`
}

export function tree(random: Random, light: Light, x: number, foot: number, r: number): string {
  const id = `t${Math.round(x * 7 + foot * 13 + r)}`
  const puffs = Array.from({ length: 6 }, (_, i) => {
    const angle = (i / 6) * 2 * Math.PI
    return ellipse(
      x + Math.cos(angle) * r * 0.6,
      foot - r * 1.25 + Math.sin(angle) * r * 0.42,
      r * random.real(0.5, 0.72),
      r * random.real(0.44, 0.6),
      `url(#${id})`,
    )
  })
  return `<defs><radialGradient id="${id}" cx=".38" cy=".3" r=".8"><stop offset="0" stop-color="${light.leaf[0]}"/><stop offset="1" stop-color="${light.leaf[1]}"/></radialGradient></defs>
${shadow(x + 8, foot + 2, r * 0.9, 0.22)}${path(`M${x - r * 0.07} ${foot}L${x - r * 0.04} ${foot - r}h${r * 0.1}l${r * 0.05} ${r}z`, light.trunk)}
${group(ellipse(x, foot - r * 1.25, r * 0.85, r * 0.68, `url(#${id})`) + puffs.join(''), 'filter="url(#leaf)"')}`
}

/** A road that runs away from the camera, with kerbs and verges. */
export function road(light: Light): string {
  return `${box(0, HORIZON, WIDTH, HEIGHT - HORIZON, 'url(#road)')}
${path(`M0 ${HORIZON}h150L-70 420V${HORIZON}zM640 ${HORIZON}H500l210 150V${HORIZON}z`, light.grass)}
${path(`M150 ${HORIZON} -70 420l-14 18L138 ${HORIZON}zM500 ${HORIZON}l210 150v18L488 ${HORIZON}z`, light.kerb)}
${path(`M150 ${HORIZON} -70 420l0 6L153 ${HORIZON}z`, '#000', 'opacity=".14"')}`
}

/** The last layer: haze or darkness, then the lens. */
export const finish = (light: Light) =>
  `${box(0, 0, WIDTH, HEIGHT, light.veil.colour, `opacity="${light.veil.opacity}"`)}${box(0, 0, WIDTH, HEIGHT, 'url(#vignette)')}`

export function rain(random: Random): string {
  const drops = Array.from({ length: 46 }, () => {
    const [x, y, l] = [random.int(0, WIDTH), random.int(0, 400), random.int(18, 34)]
    return `M${x} ${y}l${(-l / 5).toFixed(1)} ${l}`
  })
  return line(drops.join(''), '#eef3f5', 1.3, 'opacity=".36"')
}

export const warningSign = (x: number, y: number, scale = 1) =>
  at(
    x,
    y,
    `${shadow(2, 0, 46, 0.45)}${path('M0-126c4 0 7 2 9 7L46-8c2 6-1 9-7 9h-78c-6 0-9-3-7-9L-9-119c2-5 5-7 9-7z', '#e7b416')}${path('M0-126c4 0 7 2 9 7L46-8c2 6-1 9-7 9H14z', '#b98a0b', 'opacity=".45"')}${path('M0-104 30-14h-60z', '#f8d654')}${box(-4.5, -78, 9, 38, '#2b2718', 'rx="4"')}${ellipse(0, -27, 6, 6, '#2b2718')}`,
    scale,
  )

export const cone = (x: number, y: number, scale = 1) =>
  at(
    x,
    y,
    `${shadow(0, 2, 30, 0.4)}${box(-26, -6, 52, 8, '#b4481f', 'rx="3"')}${path('M-5-78h10L20-6h-40z', '#dd6330')}${path('M-9-56h18l5 20h-28z', '#f5eee4')}${path('M1-78h4L20-6H8z', '#000', 'opacity=".18"')}`,
    scale,
  )

export function carton(x: number, y: number, w: number, h: number, colour = '#b58f5f'): string {
  const d = w * 0.2
  return `${path(`M${x} ${y}h${w}v${h}h${-w}z`, colour)}${path(`M${x} ${y}l${d} ${-d * 0.8}h${w}l${-d} ${d * 0.8}z`, colour)}${path(`M${x} ${y}l${d} ${-d * 0.8}h${w}l${-d} ${d * 0.8}z`, '#fff', 'opacity=".24"')}${path(`M${x + w} ${y}l${d} ${-d * 0.8}v${h}l${-d} ${d * 0.8}z`, '#000', 'opacity=".22"')}${box(x + w * 0.44, y, w * 0.12, h, '#e6cfa2', 'opacity=".75"')}`
}

export function bag(x: number, y: number, colour: string, scale: number): string {
  return at(
    x,
    y,
    `${shadow(4, 50, 36, 0.3)}${path('M-8 0C-34 5-44 30-36 50c4 9 62 9 68 0 7-22-9-44-32-50z', colour)}${path('M-12-13-5 1h10L13-14c-7 5-18 5-25 1z', colour)}${path('M10 4c16 8 26 26 22 46-2 4-12 6-22 7 6-18 6-36 0-53z', '#000', 'opacity=".2"')}${line('M-20 20c5-8 14-11 22-8M-24 36c2-4 5-6 8-7', '#fff', 3, 'opacity=".4"')}`,
    scale,
  )
}

export function bin(x: number, y: number, colour: string, scale = 1, open = false): string {
  const lid = open
    ? path('M-12-8 -30-42c-2-5 0-8 5-8h70l8 40z', colour) +
      path('M-12-8-30-42c-2-5 0-8 5-8h70l8 40z', '#000', 'opacity=".3"')
    : box(-12, -12, 104, 20, colour, 'rx="7"') + box(-12, -12, 104, 7, '#fff', 'rx="5" opacity=".18"')
  return at(
    x,
    y,
    `${shadow(40, 150, 58, 0.35)}${path('M-6 6h92l-9 142H3z', colour)}${path('M58 6h28l-9 142H56z', '#000', 'opacity=".2"')}${path('M-6 6h16l5 142H3z', '#fff', 'opacity=".14"')}${lid}${ellipse(40, 74, 20, 20, '#fff', 'opacity=".86"')}${line('M32 80l8-14 8 14M34 84h13', colour, 4)}${ellipse(12, 150, 8, 8, '#22282b')}${ellipse(68, 150, 8, 8, '#22282b')}`,
    scale,
  )
}

export function car(x: number, y: number, colour: string, scale = 1): string {
  return at(
    x,
    y,
    `${shadow(0, 4, 118, 0.5)}${path('M-104-44c2-14 10-20 24-22l34-40c6-7 12-9 22-9h52c10 0 16 2 22 9l34 40c14 2 22 8 24 22v38H-104z', colour)}${path('M-40-68-16-100c4-5 7-6 14-6h0v38zM6-106h18c7 0 10 1 14 6l26 32H6z', '#3c4a53')}${path('M-40-68-16-100c4-5 7-6 14-6h4l-22 38z', '#fff', 'opacity=".2"')}${path('M-104-30h212v24h-212z', '#000', 'opacity=".16"')}${box(-104, -48, 22, 10, '#fff3d0', 'rx="4"')}${box(86, -48, 22, 10, '#b8402f', 'rx="4"')}${[-62, 64].map((cx) => ellipse(cx, -6, 23, 23, '#1d2326') + ellipse(cx, -6, 11, 11, '#8d979c')).join('')}`,
    scale,
  )
}
