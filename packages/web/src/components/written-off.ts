/** Which goods that come back cannot be sold again: what holds for all lines, and the lines for which it was chosen otherwise. */
export interface WrittenOff {
  readonly all: boolean;
  readonly lines: Readonly<Record<number, boolean>>;
}

export const ALL_RESTOCKED: WrittenOff = { all: false, lines: {} };

/** It holds for every line, whatever was chosen for one before. */
export function writeAllOff(all: boolean): WrittenOff {
  return { all, lines: {} };
}

export function writeLineOff({ all, lines }: WrittenOff, line: number, isOff: boolean): WrittenOff {
  return { all, lines: { ...lines, [line]: isOff } };
}

export function isWrittenOff({ all, lines }: WrittenOff, line: number): boolean {
  return lines[line] ?? all;
}

/** What the switch for the whole refund shows, for the lines that come back. Undefined: some are written off, some are not. */
export function areWrittenOff(
  writtenOff: WrittenOff,
  lines: readonly { readonly line: number }[],
): boolean | undefined {
  const [first = writtenOff.all, ...others] = lines.map(({ line }) => isWrittenOff(writtenOff, line));
  return others.every((other) => other === first) ? first : undefined;
}

/** A line that comes back as it is sent: the flag is there only where the goods are written off. */
export function withWriteOff<Line extends { readonly line: number }>(
  lines: readonly Line[],
  writtenOff: WrittenOff,
): (Line & { readonly writeOff?: true })[] {
  return lines.map((line) => (isWrittenOff(writtenOff, line.line) ? { ...line, writeOff: true } : line));
}
