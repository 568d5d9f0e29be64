/**
 * Runs a list at once, except that items which share a key run one after the other, in the order of the list.
 * @param keysOf what an item may share with others: the id of a fact, the id of the sale that a refund belongs to
 * @returns the results in the order of the list; rejects when one of them does
 */
export function runInOrder<Item, Result>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
  run: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const latest = new Map<string, Promise<unknown>>();
  const results = items.map((item, index) => {
    const keys = keysOf(item);
    const result = Promise.all(keys.map((key) => latest.get(key))).then(() => run(item, index));
    for (const key of keys) latest.set(key, result);
    return result;
  });
  return Promise.all(results);
}
