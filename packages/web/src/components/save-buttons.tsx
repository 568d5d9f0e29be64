"use client";

import { Button, Group } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { SubmitForm } from "./use-submit-form.ts";

/** Of a form on a page: there is something to discard only while something is changed. */
export function SaveButtons({ form }: { readonly form: SubmitForm }) {
  const { t } = useI18n();
  return (
    <Group gap="sm">
      {form.isDirty && (
        <Button variant="default" onClick={form.reset}>
          {t("common.discard")}
        </Button>
      )}
      <Button type="submit" loading={form.isSending}>
        {t("common.save")}
      </Button>
    </Group>
  );
}
