/**
 * What a query has to show: its data; the shape of what is coming; or why it is not there and what can be done.
 * With data from before and no signal, shows it and says so.
 */
import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ApiError } from '#web/platform/api.ts'
import { useText } from '#web/platform/i18n.ts'
import { useOnline } from '#web/platform/offline.ts'
import { useProblem } from '#web/texts/errors.ts'
import { kitText } from '#web/texts/kit.ts'
import { Button } from './Button.tsx'
import { Empty } from './Empty.tsx'
import { SkeletonCards } from './Skeleton.tsx'
import './Loaded.css'

export type LoadedProps<T> = {
  query: Pick<UseQueryResult<T, ApiError>, 'data' | 'error' | 'refetch'>
  /** The shape of what is coming; three cards when left out. */
  skeleton?: ReactNode
  children: (data: T) => ReactNode
}

export function Loaded<T>({ query: { data, error, refetch }, skeleton = <SkeletonCards />, children }: LoadedProps<T>) {
  const t = useText(kitText)
  const say = useProblem()
  const online = useOnline()
  if (data !== undefined) {
    return (
      <>
        {!online && (
          <p className="loaded-old" role="status">
            {t.offlineNow}
          </p>
        )}
        {children(data)}
      </>
    )
  }
  if (!error) return skeleton
  return (
    <Empty
      mood="trouble"
      icon={error.code === 'offline' ? 'no-signal' : 'alert'}
      title={error.code === 'offline' ? t.offlineTitle : t.failedTitle}
      note={say(error)}
      action={
        <Button kind="quiet" onClick={() => void refetch()}>
          {t.retry}
        </Button>
      }
    />
  )
}
