"use client";

import { Select, TagsInput } from "@mantine/core";
import type { FilledForm } from "@pos/web/components/use-submit-form.ts";
import type { MailLanguage } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { type MailDraft, RECIPIENTS_MAX, recipientsOf, recipientsProblem } from "./mail-draft.ts";

const LANGUAGES: readonly MailLanguage[] = ["EN", "ZH_HANS"];

export function useMailDraft(): MailDraft {
  const { language } = useI18n();
  return { recipients: [], typed: "", language: language === "zh" ? "ZH_HANS" : "EN" };
}

/** What is wrong with the recipients, in words. */
export function recipientsError(draft: MailDraft, { t }: I18n): string | undefined {
  const problem = recipientsProblem(draft);
  if (problem === undefined) return undefined;
  if (problem.is !== "wrong") return t(`reports.recipients.${problem.is}`);
  return t("reports.recipients.wrong", { addresses: problem.addresses.join(t("staff.separator")) });
}

/** Who gets a mail, and in which language. */
export function MailFields<Draft extends MailDraft>({ fields }: { readonly fields: FilledForm<Draft> }) {
  const { t } = useI18n();
  const { values, errors, change } = fields;
  const set = (draft: Partial<MailDraft>) => change(draft as Partial<Draft>, "recipients");
  return (
    <>
      <TagsInput
        label={t("reports.recipientsField")}
        description={t("reports.recipientsHelp")}
        required
        maxTags={RECIPIENTS_MAX}
        splitChars={[",", ";", " ", "，", "；", "、"]}
        // Leaving the field accepts all that is in it, below.
        acceptValueOnBlur={false}
        data-path="recipients"
        value={[...values.recipients]}
        searchValue={values.typed}
        error={errors.recipients}
        onSearchChange={(typed) => set({ typed })}
        onChange={(recipients) => set({ recipients })}
        onBlur={() => values.typed !== "" && set({ recipients: recipientsOf(values), typed: "" })}
      />
      <Select
        label={t("reports.mailLanguage")}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: t(`reports.language.${value}`) }))}
        value={values.language}
        onChange={(value) => set({ language: value as MailLanguage })}
      />
    </>
  );
}
