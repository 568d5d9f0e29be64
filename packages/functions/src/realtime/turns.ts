let turns: Promise<void> = Promise.resolve();

/**
 * Resolves when all turns that were taken before are over and other work of the process has run: however many clients replay
 * at once, one event is sent at a time, and sales are recorded in between.
 */
export function turn(): Promise<void> {
  turns = turns.then(() => new Promise((resolve) => void setImmediate(resolve)));
  return turns;
}
