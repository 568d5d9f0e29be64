"use client";

import { Button, Group, Title } from "@mantine/core";
import { ElectronicReceiptAsPdfDocument, type FapiaoStatus } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { PdfButton } from "@pos/web/receipt/pdf-button.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { IconPrinter } from "@tabler/icons-react";
import { useClient } from "urql";
import classes from "./e-receipt.module.css";
import { FapiaoForm } from "./fapiao-form.tsx";

export interface EReceiptProps {
  readonly merchantName: string;
  readonly html: string;
  /** Of the link. */
  readonly token: string;
  /** Undefined: this shop's buyers ask for none. */
  readonly fapiaoStatus: FapiaoStatus | null | undefined;
}

/** A receipt that its link opened: the paper, and nothing of the shop's own pages. */
export function EReceipt({ merchantName, html, token, fapiaoStatus }: EReceiptProps) {
  const { t, language } = useI18n();
  const client = useClient();
  const loadPdf = async () => {
    const variables = { token, language: language === "zh" ? "ZH_HANS" : "EN" } as const;
    return (await client.query(ElectronicReceiptAsPdfDocument, variables)).data?.electronicReceipt?.paper.content;
  };
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
      <Group className="screen-only" justify="center" gap="xs">
        <Button
          variant="default"
          mih={44}
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t("common.print")}
        </Button>
        <PdfButton name={t("eReceipt.title")} load={loadPdf} />
      </Group>
      {fapiaoStatus !== undefined && <FapiaoForm token={token} status={fapiaoStatus} />}
    </main>
  );
}
