/** Words with the letters marked that match what was typed. */
import './desk.css'

export function Hit({ text, query }: { text: string; query: string }) {
  const wanted = query.trim()
  const at = wanted ? text.toLowerCase().indexOf(wanted.toLowerCase()) : -1
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark className="hit">{text.slice(at, at + wanted.length)}</mark>
      <Hit text={text.slice(at + wanted.length)} query={wanted} />
    </>
  )
}
