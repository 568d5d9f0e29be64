import type { Formats } from "@pos/messages/formats.ts";

interface NamedRate {
  readonly name?: string | null | undefined;
  readonly rate: string;
}

/** A rate on reports, with the name of one of several taxes that are charged together. */
export function taxName({ name, rate }: NamedRate, format: Formats): string {
  return [...(name ? [name] : []), format.percent(Number(rate) / 100)].join(" ");
}

/** A tax code as a choice: its name with its rate, which many names contain already. */
export function taxLabel({ name, rate }: { readonly name: string; readonly rate: string }, format: Formats): string {
  const isNamed = name.replaceAll(" ", "").includes(`${Number(rate)}%`);
  return isNamed ? name : `${name} (${format.percent(Number(rate) / 100)})`;
}
