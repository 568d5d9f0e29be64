import type { Formats } from "@pos/messages/formats.ts";

/** A tax code as a choice: its name with its rate, which many names contain already. */
export function taxLabel({ name, rate }: { readonly name: string; readonly rate: string }, format: Formats): string {
  const isNamed = name.replaceAll(" ", "").includes(`${Number(rate)}%`);
  return isNamed ? name : `${name} (${format.percent(Number(rate) / 100)})`;
}
