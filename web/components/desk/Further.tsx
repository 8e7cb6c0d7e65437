/** Below a list that is read part by part: its next part, and from a later one back to where it begins. */
import { Button } from '#web/components/Button.tsx'

type FurtherProps = {
  /** Where the next part begins; null at the end. */
  next: string | null
  /** Where this part begins; nothing at the beginning. */
  after: string | undefined
  onTurn: (after: string | undefined) => void
  words: { more: string; first: string }
}

export function Further({ next, after, onTurn, words }: FurtherProps) {
  return (
    <>
      {next && (
        <Button kind="quiet" onClick={() => onTurn(next)}>
          {words.more}
        </Button>
      )}
      {after && (
        <Button kind="quiet" onClick={() => onTurn(undefined)}>
          {words.first}
        </Button>
      )}
    </>
  )
}
