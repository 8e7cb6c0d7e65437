export async function rebuildAllFigures(_url: string): Promise<void> {}
