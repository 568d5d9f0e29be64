import limitTo from "p-limit";

/**
 * Does the work for each value, at most `most` at a time, started in their order. A failure stops none of the others.
 * @throws the first failure by the order of values, once all have ended
 */
export async function atOnce<T>(
  values: readonly T[],
  most: number,
  work: (value: T) => Promise<unknown>,
): Promise<void> {
  const limit = limitTo(most);
  const ends = await Promise.allSettled(values.map((value) => limit(work, value)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
