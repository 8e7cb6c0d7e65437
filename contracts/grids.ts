/**
 * Grids of three levels: who lies in which, redrawing them from a day on, their outlines, and reading reports as then or as
 * now. Source: docs/capabilities/grids.md.
 */
export * from './grids/area.ts'
export * from './grids/outlines.ts'
export * from './grids/redraw.ts'
export * from './grids/view.ts'
