"use client";

import { Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { Refusals } from "./refusals.tsx";
import type { SubmitForm } from "./use-submit-form.ts";

interface FormElementProps {
  readonly form: SubmitForm;
  readonly label?: string;
  /** Below what went wrong with the form as a whole. */
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

/** The fields of a form, why it was not saved, and its buttons. */
export function FormElement({ form, label, buttons, children }: FormElementProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialog may be opened from a field of another form, which contains it as React sees it.
    event.stopPropagation();
    form.submit();
  };
  return (
    // The browser's own messages are in the browser's language.
    <form ref={form.element} onSubmit={submit} noValidate aria-label={label}>
      <Stack gap="md">
        {children}
        <div>
          <Refusals error={form.error} refused={form.refused} />
          {buttons}
        </div>
      </Stack>
    </form>
  );
}
