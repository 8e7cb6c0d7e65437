/**
 * Visible words stand in web/texts, in both languages; a page or component that holds words of its own is found here,
 * and so is a text that nothing shows any more. Source: docs/architecture.md, "The house".
 */
import ts from 'typescript'

const HAN = /\p{Script=Han}/u
const LETTERS = /\p{L}{2,}/u
/** Attributes that are read or heard. */
const SPOKEN = /^(aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label)$/

/** Words written in the file itself: Chinese in any string, and any words in what JSX shows or speaks. Comments are free. */
export function wordsIn(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const look = (node: ts.Node) => {
    const text = textOf(node)
    if (text !== undefined && (isShown(node) ? LETTERS : HAN).test(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      found.push(`${file}:${line + 1} ${text.trim()}`)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return found
}

/** Keys of the `texts({ zh, en })` of a file, as paths: "title", "status.open", with the languages that have them. */
export function keysIn(file: string, code: string): { key: string; languages: string[] }[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const keys = new Map<string, Set<string>>()
  const collect = (node: ts.Expression, language: string, path: readonly string[]) => {
    if (!ts.isObjectLiteralExpression(node)) {
      const key = path.join('.')
      keys.set(key, (keys.get(key) ?? new Set()).add(language))
      return
    }
    for (const property of node.properties)
      if (ts.isPropertyAssignment(property)) collect(property.initializer, language, [...path, nameOf(property)])
  }
  const look = (node: ts.Node) => {
    const [both] = ts.isCallExpression(node) && node.expression.getText() === 'texts' ? node.arguments : []
    if (both && ts.isObjectLiteralExpression(both)) {
      for (const side of both.properties) if (ts.isPropertyAssignment(side)) collect(side.initializer, nameOf(side), [])
    } else ts.forEachChild(node, look)
  }
  look(source)
  return [...keys].map(([key, languages]) => ({ key, languages: [...languages].toSorted() }))
}

/** Chinese in an English text. */
export function chineseInEnglish(file: string, code: string): string[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const look = (node: ts.Node, english: boolean) => {
    const text = textOf(node)
    if (english && text !== undefined && HAN.test(text)) found.push(`${file} ${text}`)
    const within = ts.isPropertyAssignment(node) && /^(zh|en)$/.test(nameOf(node)) ? nameOf(node) === 'en' : english
    ts.forEachChild(node, (child) => look(child, within))
  }
  look(source, false)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text
  return undefined
}

/** JSX text, a string standing directly in JSX, or in a spoken attribute. */
function isShown(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true
  const parent = ts.isJsxExpression(node.parent) ? node.parent.parent : node.parent
  if (ts.isJsxAttribute(parent)) return ts.isIdentifier(parent.name) ? SPOKEN.test(parent.name.text) : false
  return ts.isJsxExpression(node.parent) && (ts.isJsxElement(parent) || ts.isJsxFragment(parent))
}

const nameOf = (property: ts.PropertyAssignment) =>
  ts.isIdentifier(property.name) || ts.isStringLiteralLike(property.name) ? property.name.text : property.name.getText()
