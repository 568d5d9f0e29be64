"use client";

import { Button, Group, Menu, Portal } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconChevronDown, IconPrinter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Receipt } from "../outbox/row.ts";
import classes from "./receipt.module.css";
import { ReceiptPaper } from "./receipt-paper.tsx";

const PAPERS = ["roll", "a4"] as const;

/** Prints a receipt and nothing else of the page, on what this device prints on. */
export function PrintButton({ receipt, isCopy }: { readonly receipt: Receipt; readonly isCopy: boolean }) {
  const { t } = useI18n();
  const [paper, setPaper] = useLocalStorage<(typeof PAPERS)[number]>({ key: "pos.paper", defaultValue: "roll" });
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return;
    const over = () => setPrinting(false);
    window.addEventListener("afterprint", over);
    window.print();
    return () => window.removeEventListener("afterprint", over);
  }, [isPrinting]);
  return (
    <>
      <Group gap={0} wrap="nowrap">
        <Button
          variant="default"
          size="xl"
          fullWidth
          leftSection={<IconPrinter size={20} aria-hidden="true" />}
          onClick={() => setPrinting(true)}
          style={{ borderStartEndRadius: 0, borderEndEndRadius: 0 }}
        >
          {t(isCopy ? "terminal.receipt.printCopy" : "common.print")}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              size="xl"
              px={12}
              aria-label={t("terminal.receipt.paper")}
              style={{ borderStartStartRadius: 0, borderEndStartRadius: 0, borderInlineStart: 0 }}
            >
              <IconChevronDown size={18} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {PAPERS.map((one) => (
              <Menu.Item
                key={one}
                mih={44}
                onClick={() => setPaper(one)}
                aria-current={paper === one}
                fw={paper === one ? 700 : 400}
              >
                {t(`terminal.receipt.${one}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {isPrinting && (
        <Portal reuseTargetNode={false} className={`${classes.sheet} ${classes[paper]}`}>
          <ReceiptPaper receipt={receipt} isCopy={isCopy} />
        </Portal>
      )}
    </>
  );
}
