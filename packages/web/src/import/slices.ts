const SLICE_ROWS = 100;

/** Maps a list in slices, between which the page answers its user. */
export async function mapInSlices<T, R>(list: readonly T[], map: (element: T, index: number) => R): Promise<R[]> {
  const results: R[] = [];
  for (const [index, element] of list.entries()) {
    if (index > 0 && index % SLICE_ROWS === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    results.push(map(element, index));
  }
  return results;
}
