"use client";

import { Button } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconQrcode } from "@tabler/icons-react";
import { memo, useState } from "react";
import { useOffline } from "../use-offline.ts";
import { EReceiptDialog } from "./e-receipt-dialog.tsx";

/** The receipt without paper, for the customer at the counter. The server has to be there, since it signs the link. */
export const EReceiptButton = memo(function ButtonOfEReceipt({
  saleIdOf,
}: {
  /** Of which sale, when it is asked for. Always the same function. */
  readonly saleIdOf: () => string;
}) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const isOffline = useOffline();
  return (
    <>
      <Button
        variant="default"
        size="lg"
        disabled={isOffline}
        leftSection={<IconQrcode size={20} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("eReceipt.title")}
      </Button>
      {isOpen && <EReceiptDialog saleId={saleIdOf()} onClose={() => setOpen(false)} />}
    </>
  );
});
