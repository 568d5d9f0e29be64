"use client";

import { type GetInputPropsReturnType, type UseFormReturnType, useForm } from "@mantine/form";
import type { RefusedFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { CombinedError } from "urql";
import { isSame, rebased, splitByField } from "./form-paths.ts";
import type { Refused } from "./refusals.tsx";

/** The answer to a mutation with one field, whose payload has the refusals. */
interface Sent {
  readonly data?: object | undefined;
  readonly error?: CombinedError | undefined;
}

/** What the buttons of a form need, and the element that its fields are in. */
export interface SubmitForm {
  readonly element: RefObject<HTMLFormElement | null>;
  readonly submit: () => void;
  readonly reset: () => void;
  readonly isSending: boolean;
  readonly isDirty: boolean;
  /** Why it was not saved, as far as no field shows it. */
  readonly error: CombinedError | undefined;
  readonly refused: readonly Refused[];
}

interface SubmitFormOptions<Values extends object, Sending extends Promise<Sent | undefined>> {
  /** Where the record changes meanwhile, fields that were not touched follow. */
  readonly initialValues: Values;
  /** Finds what the server would refuse anyway, by field. It never refuses more. */
  readonly check?: (values: Values) => { readonly [field: string]: string | undefined };
  /** @returns undefined if the user decided not to */
  readonly send: (values: Values) => Sending;
  readonly onSaved: (data: DataOf<Sending>, values: Values) => void;
  /** The name of a field by its path in the input, where the form calls it otherwise. */
  readonly rename?: (path: string, values: Values) => string;
  readonly onRefused?: (refused: readonly RefusedFragment[]) => void;
  /** Called instead of sending when nothing was changed. */
  readonly onUnchanged?: () => void;
}

type DataOf<Sending> = NonNullable<NonNullable<Awaited<Sending>>["data" & keyof NonNullable<Awaited<Sending>>]>;

/** For a field with a value: text, number, choice. */
export type FieldProps = GetInputPropsReturnType & Required<Pick<GetInputPropsReturnType, "value">>;

type OfMantine = "values" | "errors" | "setValues" | "setFieldValue" | "getInputProps";

export interface FilledForm<Values extends object> extends Pick<UseFormReturnType<Values>, OfMantine> {
  readonly form: SubmitForm;
  /** Begins with these values, nothing entered. */
  readonly restart: (values: Values) => void;
  /** Sets values; of the errors only those that are named go. */
  readonly change: (values: Partial<Values>, ...cleared: readonly string[]) => void;
  readonly field: (name: Parameters<UseFormReturnType<Values>["getInputProps"]>[0]) => FieldProps;
}

interface Outcome {
  readonly error: CombinedError | undefined;
  readonly refused: readonly Refused[];
  /** Counts what went wrong, so that each time the first wrong field gets the focus. */
  readonly count: number;
}

/**
 * A form that is sent as one mutation: each refusal shows at the field that its path names and the first of them gets the
 * focus. What was typed stays until it is saved.
 */
export function useSubmitForm<Values extends object, Sending extends Promise<Sent | undefined>>(
  options: SubmitFormOptions<Values, Sending>,
): FilledForm<Values> {
  const { check, send, onSaved, rename, onRefused, onUnchanged } = options;
  const i18n = useI18n();
  const element = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ error: undefined, refused: [], count: 0 });
  const fields = useForm<Values>({ initialValues: options.initialValues });
  useRebase(fields, options.initialValues);
  const isDirty = !isSame(fields.values, fields.getInitialValues());
  const fail = (error: CombinedError | undefined, refused: readonly Refused[]) =>
    setOutcome(({ count }) => ({ error, refused, count: count + 1 }));
  useFocusOnError(element, outcome.count);

  function show(error: CombinedError | undefined, refused: readonly RefusedFragment[]) {
    const isShown = (name: string) => element.current?.querySelector(`[data-path="${CSS.escape(name)}"]`) != null;
    const { byField, rest } = splitByField(refused, isShown, (path) => rename?.(path, fields.getValues()) ?? path);
    const messages = [...byField].map(([name, ofField]) => {
      return [name, [...new Set(ofField.map((refusal) => i18n.refusal(refusal)))].join(" ")] as const;
    });
    fields.setErrors(Object.fromEntries(messages));
    fail(error, rest);
    onRefused?.(refused);
  }
  async function submit() {
    if (isSending) return;
    setOutcome(({ count }) => ({ error: undefined, refused: [], count }));
    const wrong = Object.entries(check?.(fields.getValues()) ?? {}).filter(([, problem]) => problem !== undefined);
    fields.setErrors(Object.fromEntries(wrong));
    if (wrong.length > 0) return fail(undefined, []);
    if (!isDirty && onUnchanged) return onUnchanged();
    setSending(true);
    const values = fields.getValues();
    const result = await send(values).finally(() => setSending(false));
    if (result === undefined) return;
    const refused = refusalsIn(result.data);
    if (result.error !== undefined || refused.length > 0 || !result.data) return show(result.error, refused);
    fields.resetDirty(values);
    onSaved(result.data as DataOf<Sending>, values);
  }
  /** @param next what the form begins with again; absent: as before */
  const restart = (next: Values) => {
    fields.setInitialValues(next);
    fields.reset();
    setOutcome(({ count }) => ({ error: undefined, refused: [], count }));
  };
  const { error, refused } = outcome;
  const form: SubmitForm = {
    element,
    submit: () => void submit(),
    reset: () => restart(fields.getInitialValues()),
    isSending,
    isDirty,
    error,
    refused,
  };
  const { values, errors, setValues, setFieldValue, getInputProps } = fields;
  return {
    ...{ values, errors, setValues, setFieldValue, getInputProps, form, restart },
    change(next, ...cleared) {
      const kept = Object.entries(errors).filter(([name]) => !cleared.includes(name));
      setValues(next);
      fields.setErrors(Object.fromEntries(kept));
    },
    field: (name) => getInputProps(name) as FieldProps,
  };
}

function refusalsIn(data: object | undefined): readonly RefusedFragment[] {
  const payloads: readonly { readonly userErrors?: readonly RefusedFragment[] }[] = Object.values(data ?? {});
  return payloads.flatMap((payload) => payload?.userErrors ?? []);
}

/** A screen reader reads out the focused field with its error. */
function useFocusOnError(element: SubmitForm["element"], count: number): void {
  useEffect(() => {
    if (count > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [element, count]);
}

function useRebase<Values extends object>(fields: UseFormReturnType<Values>, now: Values): void {
  const text = JSON.stringify(now);
  const seen = useRef(text);
  useEffect(() => {
    if (seen.current === text) return;
    seen.current = text;
    const next: Values = JSON.parse(text);
    const typed = rebased(fields.getValues(), fields.getInitialValues(), next);
    fields.setInitialValues(next);
    const { errors } = fields;
    fields.setValues(typed);
    fields.setErrors(errors);
  }, [fields, text]);
}
