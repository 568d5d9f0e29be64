"use client";

import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { CombinedError, UseQueryState } from "urql";
import { FailureNotice } from "./failure.tsx";
import { ListSkeleton } from "./skeletons.tsx";

/** The result of a query: a skeleton until it arrives, or its error. The last data stays while the query is repeated. */
export function QueryResult<Data, Variables extends object>({
  state,
  retry,
  skeleton = <ListSkeleton />,
  children,
}: {
  readonly state: Pick<UseQueryState<Data, Variables & Record<string, unknown>>, "data" | "error">;
  readonly retry: () => void;
  readonly skeleton?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}) {
  const { data, error } = state as { data?: Data; error?: CombinedError };
  if (data === undefined || data === null) {
    return error === undefined ? skeleton : <FailureNotice error={error} retry={retry} />;
  }
  // A field that failed is null, too: that does not mean that there is nothing.
  if (error !== undefined && Object.values(data).every((value) => value === null))
    return <FailureNotice error={error} retry={retry} />;
  return (
    <Stack gap="md">
      {error !== undefined && <FailureNotice error={error} retry={retry} />}
      {children(data)}
    </Stack>
  );
}
