/**
 * Vite plugin: what a page needs of a contract. Types are gone after compiling, and of an endpoint the browser uses only
 * how to call it. So of `endpoint({ … })` method and path stay, and a schema becomes `{}`; lists of words are left as they
 * are, and what only schemas needed is not imported. That keeps 8 kB and the schema library, 19 kB, off the phone. The
 * server checks every call by the full contract.
 */
import { Visitor, type ESTree, type Plugin } from 'vite'

const HOW_TO_CALL = ['method', 'path']
/** The building blocks of contracts/endpoint.ts; all else that builds a schema is a call on `Type`. */
const BLOCKS = ['shape', 'changes', 'oneOf', 'nullable', 'Words']

export const lightContracts: Plugin = {
  name: 'linli:light-contracts',
  enforce: 'pre',
  transform: {
    filter: { id: /\/contracts\/.+\.ts$/ },
    handler(code) {
      const light = code.split('')
      // blanks keep every other character where it was, so that source maps stay right
      const blank = (start: number, end: number) => light.fill(' ', start, end)
      const imports: ESTree.ImportDeclaration[] = []
      const visitor = new Visitor({
        ImportDeclaration(node) {
          imports.push(node)
        },
        VariableDeclarator({ init }) {
          // fields that several schemas share: const Written = { name: Words(60), … }
          if (init?.type === 'ObjectExpression' && init.properties.some(isField))
            blank(init.start, init.end).splice(init.start, 2, '{', '}')
          if (init?.type !== 'CallExpression') return
          const [definition] = init.arguments
          if (isSchema(init)) blank(init.start, init.end).splice(init.start, 2, '{', '}')
          else if (calls(init, ['endpoint']) && definition?.type === 'ObjectExpression')
            for (const part of definition.properties.filter((part) => !saysHowToCall(part)))
              blank(part.start, code[part.end] === ',' ? part.end + 1 : part.end)
        },
      })
      visitor.visit(this.parse(code, { lang: 'ts' }))
      const left = light.join('')
      for (const { start, end, specifiers } of imports)
        if (!specifiers.some(({ local }) => isNamed(local.name, left.slice(0, start) + left.slice(end))))
          blank(start, end)
      return { code: light.join(''), map: null }
    },
  },
}

const isNamed = (name: string, code: string) => new RegExp(`\\b${name}\\b`).test(code)

const calls = ({ callee }: ESTree.CallExpression, names: readonly string[]) =>
  callee.type === 'Identifier' && names.includes(callee.name)

const isSchema = (call: ESTree.CallExpression) =>
  calls(call, BLOCKS) ||
  (call.callee.type === 'MemberExpression' &&
    call.callee.object.type === 'Identifier' &&
    call.callee.object.name === 'Type')

const isField = (part: ESTree.ObjectPropertyKind) =>
  part.type === 'Property' && part.value.type === 'CallExpression' && isSchema(part.value)

const saysHowToCall = (part: ESTree.ObjectPropertyKind) =>
  part.type === 'Property' && part.key.type === 'Identifier' && HOW_TO_CALL.includes(part.key.name)
