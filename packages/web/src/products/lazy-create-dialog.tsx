"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const CreateDialog = lazy(() => import("./create-dialog.tsx").then((file) => ({ default: file.CreateDialog })));

/** Loaded when it opens: it is the largest form. */
export function LazyCreateDialog(props: ComponentProps<typeof CreateDialog>) {
  return (
    <Suspense fallback={null}>
      <CreateDialog {...props} />
    </Suspense>
  );
}
