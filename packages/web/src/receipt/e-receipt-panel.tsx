"use client";

import { Anchor, Button, Center, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { MailStatus } from "@pos/web/components/mail-status.tsx";
import { QrCode } from "@pos/web/components/qr-code.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import {
  ReceiptAsPdfDocument,
  type ReceiptMailsFragment,
  type ReceiptOnlineFragment,
  RenewReceiptLinkDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck, IconCopy, IconExternalLink, IconMail, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useClient, useMutation } from "urql";
import { MailDialog } from "./mail-dialog.tsx";
import { PdfButton } from "./pdf-button.tsx";

export interface OnlineReceipt {
  readonly factId: string;
  readonly receiptNumber: string;
  /** Absent: of no customer that the user may read. */
  readonly customerId: string | undefined;
  readonly state: ReceiptOnlineFragment & ReceiptMailsFragment;
}

/** Gives the customer the receipt without paper: a code for a camera, an address to copy, a mail. */
export function EReceiptPanel({ receipt, mayRenew }: { readonly receipt: OnlineReceipt; readonly mayRenew: boolean }) {
  const { t } = useI18n();
  const { state } = receipt;
  if (state.link === null) return null;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("eReceipt.lead")}
      </Text>
      <Center>
        <QrCode text={state.link} label={t("eReceipt.code")} />
      </Center>
      <LinkButtons receipt={receipt} link={state.link} />
      {state.mails.map((mail) => (
        <MailStatus key={mail.id} {...mail} recipient={mail.recipient ?? t("eReceipt.hiddenAddress")} />
      ))}
      <Group justify="space-between">
        <Text size="sm">{t("eReceipt.copies", { count: state.copies })}</Text>
        {mayRenew && <RenewButton receipt={receipt} />}
      </Group>
    </Stack>
  );
}

function LinkButtons({ receipt, link }: { readonly receipt: OnlineReceipt; readonly link: string }) {
  const { t } = useI18n();
  const client = useClient();
  const [isMailing, setMailing] = useState(false);
  return (
    <Group gap="xs" justify="center">
      <CopyButton value={link}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            size="xs"
            mih={44}
            leftSection={
              copied ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />
            }
            onClick={copy}
          >
            {copied ? t("eReceipt.linkCopied") : t("eReceipt.copyLink")}
          </Button>
        )}
      </CopyButton>
      <Button
        variant="default"
        size="xs"
        mih={44}
        leftSection={<IconMail size={16} aria-hidden="true" />}
        onClick={() => setMailing(true)}
      >
        {t("eReceipt.mail")}
      </Button>
      <Anchor href={link} target="_blank" rel="noreferrer" size="sm" data-testid="e-receipt-link">
        <IconExternalLink size={14} aria-hidden="true" /> {t("eReceipt.open")}
      </Anchor>
      <PdfButton
        size="xs"
        name={t("receipt.receipt", { number: receipt.receiptNumber })}
        load={async () => (await client.query(ReceiptAsPdfDocument, { factId: receipt.factId })).data?.receipt?.content}
      />
      {isMailing && <MailDialog {...receipt} onClose={() => setMailing(false)} />}
    </Group>
  );
}

function RenewButton({ receipt }: { readonly receipt: OnlineReceipt }) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const [{ fetching, data, error }, renew] = useMutation(RenewReceiptLinkDocument);
  const { factId, state } = receipt;
  async function ask() {
    const question = { title: t("eReceipt.renewTitle"), text: t("eReceipt.renewText"), action: t("eReceipt.renew") };
    if (await confirm(question)) await renew({ input: { factId, linkGeneration: state.linkGeneration } });
  }
  return (
    <>
      <Button
        variant="subtle"
        size="xs"
        mih={44}
        loading={fetching}
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        onClick={() => void ask()}
      >
        {t("eReceipt.renew")}
      </Button>
      <Refusals error={error} refused={data?.renewReceiptLink.userErrors} />
    </>
  );
}
