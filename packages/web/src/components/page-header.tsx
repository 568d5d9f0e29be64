import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./page-header.module.css";

/** What a page is, and what can be done on it. */
export function PageHeader({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  /** The page's actions. */
  readonly children?: ReactNode;
}) {
  return (
    <header className={classes.header}>
      <Title order={1} size="h2" className={classes.title}>
        {title}
      </Title>
      {lead !== undefined && (
        <Text c="dimmed" maw="65ch" className={classes.lead}>
          {lead}
        </Text>
      )}
      {children !== undefined && <div className={`${classes.actions} screen-only`}>{children}</div>}
    </header>
  );
}
