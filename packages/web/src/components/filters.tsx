"use client";

import { Group } from "@mantine/core";
import type { ReactNode } from "react";
import { acceptTyped, keepFocus } from "./accept-typed.ts";

/** What narrows a list, above it. */
export function Filters({ className = "", children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <Group
      gap="sm"
      align="flex-end"
      mb="md"
      className={`${className} screen-only`}
      onMouseDown={keepFocus}
      onClickCapture={({ target, currentTarget }) => {
        if (target instanceof Element && target.closest("button")) acceptTyped(currentTarget);
      }}
    >
      {children}
    </Group>
  );
}
