import { Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Paper
      component="section"
      withBorder
      h="100%"
      p={{ base: "md", sm: "lg" }}
      bg="var(--pos-surface)"
      style={{ borderColor: "var(--pos-edge)" }}
    >
      <Group justify="space-between" mb="md" gap="sm">
        <Title order={2} size="h5">
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Paper>
  );
}
