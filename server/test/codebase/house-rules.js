/**
 * Lint rules of this house that no package has. Source: docs/architecture.md, "Style".
 * Each is proved on planted faults in lint.test.ts.
 */

/** `ROW as readonly Word[]` only forgets, and Object.keys of a closed table is known to be its keys. */
const isWidening = (type) => type.type === 'TSTypeOperator' && type.operator === 'readonly'
const isKeys = (node) =>
  node.type === 'CallExpression' && node.callee.object?.name === 'Object' && node.callee.property?.name === 'keys'

/** A cast, an assertion or an `any` says on its line (or the line above) why the compiler must be overruled. */
const reason = {
  meta: { type: 'suggestion', schema: [], messages: { missing: 'Say on this line why `{{what}}` is needed.' } },
  create(context) {
    const source = context.sourceCode
    const lines = new Set(
      source.getAllComments().flatMap((comment) => [comment.loc.start.line, comment.loc.end.line + 1]),
    )
    const report = (node, what) => {
      const from = node.loc.start.line
      const to = node.loc.end.line
      if (!lines.has(from) && !lines.has(to)) context.report({ node, messageId: 'missing', data: { what } })
    }
    return {
      TSAsExpression(node) {
        const type = node.typeAnnotation
        if (type.type === 'TSTypeReference' && type.typeName.name === 'const') return
        if (isWidening(type) || isKeys(node.expression)) return
        report(node, 'as')
      },
      TSNonNullExpression: (node) => report(node, '!'),
      TSAnyKeyword: (node) => report(node, 'any'),
    }
  },
}

const SQL = /^\s*(\/\*.*?\*\/\s*)?(select|insert\s+into|update|delete\s+from|with|set\s+local)\s/i

/**
 * SQL is a constant text with parameters. What may be put into it: constants in CAPITALS, and the fragments that the
 * option `fragments` names; those are functions that return SQL of their own and take no input of a user.
 */
const constantSql = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { fragments: { type: 'array', items: { type: 'string' } } } }],
    messages: { built: 'Do not build SQL: use a parameter, a constant in CAPITALS or a listed fragment.' },
  },
  create(context) {
    const fragments = new Set(context.options[0]?.fragments ?? [])
    const isConstant = (node) => {
      if (node.type === 'Literal') return true
      if (node.type === 'TemplateLiteral') return node.expressions.every(isConstant)
      if (node.type === 'Identifier') return /^[A-Z][A-Z0-9_]*$/.test(node.name)
      if (node.type === 'MemberExpression') return isConstant(node.object)
      if (node.type === 'ConditionalExpression') return isConstant(node.consequent) && isConstant(node.alternate)
      if (node.type === 'LogicalExpression') return isConstant(node.left) && isConstant(node.right)
      if (node.type !== 'CallExpression') return false
      const callee = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
      return fragments.has(callee.name)
    }
    return {
      TemplateLiteral(node) {
        if (SQL.test(node.quasis[0].value.raw) && !node.expressions.every(isConstant))
          context.report({ node, messageId: 'built' })
      },
      BinaryExpression(node) {
        const left = node.left.type === 'TemplateLiteral' ? node.left.quasis[0].value.raw : node.left.value
        if (node.operator === '+' && typeof left === 'string' && SQL.test(left) && !isConstant(node.right))
          context.report({ node, messageId: 'built' })
      },
    }
  },
}

export const house = { rules: { reason, 'constant-sql': constantSql } }
