"use client";

import { Stack } from "@mantine/core";
import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { acceptTyped, keepFocus } from "./accept-typed.ts";
import classes from "./form-element.module.css";
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
  // What is typed in a field of tags, a day or a choice is accepted when the field is left, which renders the form again.
  const latest = useRef(form);
  useLayoutEffect(() => {
    latest.current = form;
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A dialog may be opened from a field of another form, which contains it as React sees it.
    event.stopPropagation();
    acceptTyped(event.currentTarget);
    latest.current.submit();
  };
  return (
    // The browser's own messages are in the browser's language.
    <form ref={form.element} onSubmit={submit} onMouseDown={keepFocus} noValidate aria-label={label}>
      <Stack gap="md">
        {children}
        <div className={classes.answer}>
          <Refusals error={form.error} refused={form.refused} />
          {buttons}
        </div>
      </Stack>
    </form>
  );
}
