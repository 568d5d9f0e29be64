import type { ReactNode } from "react";
import classes from "./facts.module.css";

export type Fact = readonly [label: string, value: ReactNode];

/** Names and what belongs to them, in two columns. */
export function Facts({
  facts,
  areFigures = false,
}: {
  readonly facts: readonly Fact[];
  /** They stand below each other at the end. */
  readonly areFigures?: boolean;
}) {
  return (
    <dl className={classes.facts} data-figures={areFigures || undefined}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
