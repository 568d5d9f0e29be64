"use client";

import { ActionIcon, TextInput, type TextInputProps } from "@mantine/core";
import { now } from "@pos/web/clock.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCalendar } from "@tabler/icons-react";
import { useRef, useState } from "react";
import classes from "./day-field.module.css";
import { typedDay } from "./typed-day.ts";

export interface DayFieldProps extends Omit<TextInputProps, "value" | "onChange" | "min" | "max" | "rightSection"> {
  /** YYYY-MM-DD; empty: none. */
  readonly value: string;
  /** Called with a whole day within the bounds, or with an empty text. */
  readonly onChange: (day: string) => void;
  readonly min?: string | undefined;
  readonly max: string;
}

/** A day, shown and typed as the shop's country writes it; the button opens the browser's calendar. */
export function DayField({ value, onChange, min, max, error, ...rest }: DayFieldProps) {
  const { t, format } = useI18n();
  const [text, setText] = useState<string | undefined>(undefined);
  const [isFocused, setFocused] = useState(false);
  const calendar = useRef<HTMLInputElement>(null);
  const today = now().slice(0, 10);
  // A day that is typed without its year is of this one, unless only earlier ones are taken.
  const example = max < today ? max : today;
  const read = (typed: string) => typedDay(typed, format.dayDigits("2001-02-03"), Number(example.slice(0, 4)));
  const problemOf = (typed: string): string | undefined => {
    if (typed.trim() === "") return undefined;
    const day = read(typed);
    if (day === undefined) return t("day.notADay", { example: format.dayDigits(example) });
    if (day > max) return t("day.tooLate", { day: format.dayDigits(max) });
    return min !== undefined && day < min ? t("day.tooEarly", { day: format.dayDigits(min) }) : undefined;
  };
  const take = () => {
    if (text === undefined || problemOf(text) !== undefined) return;
    setText(undefined);
    const day = read(text) ?? "";
    if (day !== value) onChange(day);
  };
  const shown = value === "" ? "" : format.dayDigits(value);
  return (
    <TextInput
      {...rest}
      autoComplete="off"
      placeholder={format.dayDigits(example)}
      value={text ?? shown}
      error={(text === undefined || isFocused ? undefined : problemOf(text)) ?? error}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        take();
      }}
      onKeyDown={(event) => event.key === "Enter" && take()}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("day.choose")}
            tabIndex={-1}
            onClick={() => calendar.current?.showPicker()}
          >
            <IconCalendar size={16} aria-hidden="true" />
          </ActionIcon>
          <input
            ref={calendar}
            className={classes.calendar}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            value={value}
            {...(min === undefined ? {} : { min })}
            max={max}
            onChange={(event) => {
              setText(undefined);
              onChange(event.currentTarget.value);
            }}
          />
        </>
      }
    />
  );
}
