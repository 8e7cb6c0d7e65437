/**
 * A linear model in sparse columns, and HiGHS that solves it. Nothing of the planner's own is known here.
 *
 * HiGHS (MIT) is the solver, compiled to WebAssembly: exact, with a proven bound, and nothing to install.
 * Source: docs/decisions/0016-planner.md.
 */
import loadHighs, { type Highs, type Model } from 'highs'

export type Entry = readonly [row: number, value: number]
export type Solved = {
  state: 'optimal' | 'stopped' | 'infeasible'
  /** Value of each column; empty when nothing was found. */
  x: Float64Array
  value: number
  /** No better value exists than this one. */
  bound: number
  rowDual: Float64Array
}

/** A model that can grow by columns and rows between two runs; the last basis or solution is where the next one starts. */
export class Program {
  readonly #highs: Highs
  readonly #model: Model
  #columns = 0
  #rows = 0
  #isInteger = false

  constructor(highs: Highs) {
    this.#highs = highs
    this.#model = highs.createModel()
    // One seed: the same wish gets the same proposal. One thread is all that WebAssembly has.
    this.#model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 1e-4, mip_abs_gap: 1e-6 })
  }

  static async load(): Promise<Highs> {
    return loadHighs()
  }

  get infinity(): number {
    return this.#highs.infinity
  }

  /** Rows without entries, which columns name later. Gives the position of the first. */
  addRows(bounds: readonly (readonly [lower: number, upper: number])[]): number {
    const first = this.#rows
    for (const [lower, upper] of bounds) this.#model.addRow(lower, upper, { indices: [], values: [] })
    this.#rows += bounds.length
    return first
  }

  /** A row over columns that are there. */
  addRow(lower: number, upper: number, entries: readonly Entry[]): void {
    this.#model.addRow(lower, upper, { indices: entries.map(([at]) => at), values: entries.map(([, value]) => value) })
    this.#rows += 1
  }

  /** Columns at once, 0 … upper each. Gives the position of the first. */
  addColumns(columns: readonly { cost: number; upper: number; entries: readonly Entry[] }[]): number {
    const first = this.#columns
    if (columns.length === 0) return first
    const starts = [0]
    for (const { entries } of columns) starts.push((starts.at(-1) ?? 0) + entries.length)
    this.#model.addCols({
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: new Float64Array(columns.length),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      matrix: {
        format: 'csc',
        numRows: this.#rows,
        numCols: columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(columns.flatMap(({ entries }) => entries.map(([row]) => row))),
        values: Float64Array.from(columns.flatMap(({ entries }) => entries.map(([, value]) => value))),
      },
    })
    this.#columns += columns.length
    return first
  }

  /** From here on these columns are whole numbers. */
  makeWhole(columns: Iterable<number>): void {
    for (const at of columns) this.#model.changeColIntegrality(at, this.#highs.constants.variableType.integer)
    this.#isInteger = true
  }

  fix(column: number, value: number): void {
    this.#model.changeColBounds(column, value, value)
  }

  /** Something known to be possible, from which the solver may start. */
  suggest(x: readonly number[]): void {
    this.#model.setSolution({ colValue: [...x] })
  }

  run(seconds: number): Solved {
    this.#model.zeroAllClocks()
    this.#model.options.set('time_limit', Math.max(0.05, seconds))
    this.#model.run()
    const { modelStatus } = this.#highs.constants
    const status = this.#model.getModelStatus()
    const value = this.#model.getObjectiveValue()
    const solution = this.#model.getSolution()
    if (status === modelStatus.infeasible)
      return { state: 'infeasible', x: new Float64Array(), value, bound: value, rowDual: solution.rowDual }
    const isOptimal = status === modelStatus.optimal
    const dual = this.#isInteger ? Number(this.#model.info.get('mip_dual_bound')) : isOptimal ? value : -Infinity
    // 2: a feasible point is known (HiGHS, SolutionStatus)
    const found = isOptimal || Number(this.#model.info.get('primal_solution_status')) === 2
    return {
      state: isOptimal ? 'optimal' : 'stopped',
      x: found ? solution.colValue : new Float64Array(),
      value,
      bound: isOptimal ? value : dual,
      rowDual: solution.rowDual,
    }
  }

  dispose(): void {
    this.#model.dispose()
  }
}
