/**
 * Ends a program when its output is closed, as by `| head`. Without a listener, Node's console lets the error pass and the program
 * works on without a reader.
 */
export function endWithOutput(cleanUp: () => void = () => {}): void {
  const end = () => {
    cleanUp();
    process.exit(1);
  };
  for (const stream of [process.stdout, process.stderr]) stream.once("error", end);
}
