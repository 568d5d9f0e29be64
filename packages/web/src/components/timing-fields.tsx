"use client";

import { Chip, Group, Input, TextInput } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { DayField } from "./day-field.tsx";
import type { FieldProps } from "./use-submit-form.ts";

/** When a promotion or a price list counts, as it is typed. */
export interface TimingDraft {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly weekdays: string[];
  readonly startTime: string;
  readonly endTime: string;
}

interface TimingFieldsProps {
  readonly weekdays: string[];
  readonly field: (name: keyof TimingDraft) => FieldProps;
  readonly change: (values: Partial<TimingDraft>, cleared: keyof TimingDraft) => void;
}

export interface StoredTiming {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly weekdays: readonly number[];
  readonly startTime: string | null;
  readonly endTime: string | null;
}

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const LAST_DAY = "9999-12-31";
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

export function timingDraft(stored: StoredTiming | undefined): TimingDraft {
  return {
    startsOn: stored?.startsOn ?? "",
    endsOn: stored?.endsOn ?? "",
    weekdays: (stored?.weekdays ?? []).map(String),
    startTime: stored?.startTime ?? "",
    endTime: stored?.endTime ?? "",
  };
}

/** Null where nothing is typed, so that an update removes it. */
export function typedTiming({ startsOn, endsOn, weekdays, startTime, endTime }: TimingDraft) {
  return {
    startsOn: startsOn || null,
    endsOn: endsOn || null,
    weekdays: weekdays.map(Number),
    startTime: startTime || null,
    endTime: endTime || null,
  };
}

/** Days, weekdays and hours. */
export function TimingFields({ weekdays, field, change }: TimingFieldsProps) {
  const { t, locale } = useI18n();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  return (
    <>
      <Group grow align="start">
        <DayField
          label={t("promotions.startsOn")}
          max={LAST_DAY}
          {...field("startsOn")}
          onChange={(startsOn) => change({ startsOn }, "startsOn")}
        />
        <DayField
          label={t("promotions.endsOn")}
          max={LAST_DAY}
          {...field("endsOn")}
          onChange={(endsOn) => change({ endsOn }, "endsOn")}
        />
      </Group>
      <Input.Wrapper label={t("promotions.weekdays")} description={t("promotions.weekdaysHelp")}>
        <Chip.Group multiple value={weekdays} onChange={(chosen) => change({ weekdays: chosen }, "weekdays")}>
          <Group gap={6} mt={4}>
            {WEEKDAYS.map((day) => (
              <Chip key={day} value={day} size="xs">
                {weekday.format(MONDAY + (Number(day) - 1) * 86_400_000)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group grow align="start">
        <TextInput type="time" label={t("promotions.startTime")} {...field("startTime")} />
        <TextInput type="time" label={t("promotions.endTime")} {...field("endTime")} />
      </Group>
    </>
  );
}
