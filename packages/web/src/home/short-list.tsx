"use client";

import { AppLink } from "@pos/web/components/app-link.tsx";
import classes from "./short-list.module.css";

export interface ShortRow {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly value?: string;
  readonly href?: string;
}

/** The first few of a list, each on two lines. */
export function ShortList({ rows }: { readonly rows: readonly ShortRow[] }) {
  return (
    <ul className={classes.list}>
      {rows.map(({ key, title, detail, value, href }) => (
        <li key={key}>
          <div>
            {href === undefined ? <span>{title}</span> : <AppLink href={href}>{title}</AppLink>}
            <small>{detail}</small>
          </div>
          {value !== undefined && <strong>{value}</strong>}
        </li>
      ))}
    </ul>
  );
}
