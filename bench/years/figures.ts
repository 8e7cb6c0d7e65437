import type pg from 'pg'
export async function rebuildAllFigures(_owner: pg.Client, _url: string): Promise<void> {}
