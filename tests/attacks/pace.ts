/** Begins the work again and again until the time is over, so many at once. */
export async function flood(milliseconds: number, atOnce: number, work: (count: number) => Promise<unknown>) {
  const endsAt = performance.now() + milliseconds;
  let count = 0;
  const one = async () => {
    while (performance.now() < endsAt) await work(count++);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return count;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The complaint, if the condition does not hold. */
export function unless(holds: boolean, complaint: string): readonly string[] {
  return holds ? [] : [complaint];
}
