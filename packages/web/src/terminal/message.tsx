import { Button, Paper, Stack, Text, Title } from "@mantine/core";
import { Mark } from "@pos/web/shell/mark.tsx";
import type { ReactNode } from "react";
import classes from "./terminal.module.css";

/** Shown instead of the counter: why it is not available, and what to do. */
export function Message({
  title,
  text,
  action,
  onAction,
}: {
  readonly title: string;
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}) {
  return (
    <Card>
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text c="dimmed">{text}</Text>
      {action !== undefined && (
        <Button size="lg" onClick={onAction}>
          {action}
        </Button>
      )}
    </Card>
  );
}

export function Card({ children }: { readonly children: ReactNode }) {
  return (
    <main className={classes.alone}>
      <Paper className={classes.card} withBorder p="xl" radius="lg">
        <Stack gap="md">
          <Mark size={40} />
          {children}
        </Stack>
      </Paper>
    </main>
  );
}
