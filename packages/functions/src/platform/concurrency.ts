/** Does the work for each value, so many at a time. The first that fails is thrown when those under way have ended. */
export async function atOnce<T>(
  values: readonly T[],
  most: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < values.length; index = next++) await work(values[index] as T);
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(most, values.length) }, worker));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
