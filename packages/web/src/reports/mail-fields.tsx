"use client";

import { Select, TagsInput } from "@mantine/core";
import type { FieldErrors } from "@pos/web/components/field-errors.ts";
import type { MailLanguage } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";

export interface MailDraft {
  readonly recipients: readonly string[];
  readonly language: MailLanguage;
}

const LANGUAGES: readonly MailLanguage[] = ["EN", "ZH_HANS"];

export function useMailDraft(): MailDraft {
  const { language } = useI18n();
  return { recipients: [], language: language === "zh" ? "ZH_HANS" : "EN" };
}

/** Who gets a mail, and in which language. */
export function MailFields({
  draft,
  onChange,
  errorOf,
}: {
  readonly draft: MailDraft;
  readonly onChange: (draft: MailDraft) => void;
  readonly errorOf: FieldErrors["errorOf"];
}) {
  const { t } = useI18n();
  return (
    <>
      <TagsInput
        label={t("reports.recipients")}
        description={t("reports.recipientsHelp")}
        required
        maxTags={20}
        splitChars={[",", ";", " "]}
        acceptValueOnBlur
        value={[...draft.recipients]}
        error={errorOf("recipients")}
        onChange={(recipients) => onChange({ ...draft, recipients })}
      />
      <Select
        label={t("reports.mailLanguage")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: t(`reports.language.${value}`) }))}
        value={draft.language}
        onChange={(value) => onChange({ ...draft, language: value as MailLanguage })}
      />
    </>
  );
}
