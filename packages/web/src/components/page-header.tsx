import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

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
    <Group component="header" justify="space-between" align="flex-end" mb="lg" gap="sm">
      <div>
        <Title order={1} size="h2">
          {title}
        </Title>
        {lead !== undefined && (
          <Text c="dimmed" maw="65ch">
            {lead}
          </Text>
        )}
      </div>
      {children !== undefined && (
        <Group gap="sm" className="screen-only">
          {children}
        </Group>
      )}
    </Group>
  );
}
