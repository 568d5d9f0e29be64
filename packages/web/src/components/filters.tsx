import { Group } from "@mantine/core";
import type { ReactNode } from "react";

/** What narrows a list, above it. */
export function Filters({ children }: { readonly children: ReactNode }) {
  return (
    <Group gap="sm" align="flex-end" mb="md" className="screen-only">
      {children}
    </Group>
  );
}
