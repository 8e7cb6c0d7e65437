/** The true shape of what is coming, after 200 ms; before that nothing. No shimmer. */
import './Skeleton.css'

/** `lines` as shares of the width, e.g. [0.8, 0.5]; `picture` is a height in pixels. */
export type SkeletonProps = { picture?: number; lines?: readonly number[] }
export const Skeleton = ({ picture, lines = [0.78, 0.52] }: SkeletonProps) => (
  <div className="sk" aria-busy="true">
    {picture && <i style={{ height: picture }} />}
    {lines.map((width, at) => (
      <i key={at} className="sk-line" style={{ width: `${width * 100}%` }} />
    ))}
  </div>
)

/** As many cards as will probably come. */
export const SkeletonCards = ({ count = 3, picture }: { count?: number; picture?: number }) =>
  Array.from({ length: count }, (_, at) => (
    <div key={at} className="card sk-card">
      <Skeleton {...(picture && { picture })} />
    </div>
  ))
