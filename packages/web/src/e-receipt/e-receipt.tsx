"use client";

import { Button, Group, Title } from "@mantine/core";
import type { FapiaoStatus } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { IconPrinter } from "@tabler/icons-react";
import classes from "./e-receipt.module.css";
import { FapiaoForm } from "./fapiao-form.tsx";

export interface EReceiptProps {
  readonly merchantName: string;
  readonly html: string;
  /** Undefined: this shop's buyers ask for none. */
  readonly fapiao: { readonly token: string; readonly status: FapiaoStatus | null } | undefined;
}

/** A receipt that its link opened: the paper, and nothing of the shop's own pages. */
export function EReceipt({ merchantName, html, fapiao }: EReceiptProps) {
  const { t } = useI18n();
  return (
    <main className={classes.page}>
      <Group className="screen-only" justify="space-between" w="100%" maw={420}>
        <Title order={1} size="h4">
          {merchantName}
        </Title>
        <LanguageSwitch />
      </Group>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer of papers escapes every text. */}
      <div className={classes.paper} data-testid="e-receipt" dangerouslySetInnerHTML={{ __html: html }} />
      <Button
        className="screen-only"
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        {t("common.print")}
      </Button>
      {fapiao && <FapiaoForm {...fapiao} />}
    </main>
  );
}
