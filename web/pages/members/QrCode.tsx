/** A QR code as one SVG path: prints sharp at any size. Middle error correction, four modules of quiet around (ISO/IEC 18004). */
import qrcode from 'qrcode-generator'

const QUIET = 4

export function QrCode({ text, label }: { text: string; label: string }) {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const cells = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const)
  const dark = cells.filter(([x, y]) => code.isDark(y, x))
  const path = dark.map(([x, y]) => `M${x + QUIET} ${y + QUIET}h1v1h-1z`).join('')
  const whole = size + 2 * QUIET
  return (
    <svg className="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
