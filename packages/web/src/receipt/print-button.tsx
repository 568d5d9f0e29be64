"use client";

import { Button, type ButtonProps, Menu } from "@mantine/core";
import type { ReceiptDocument } from "@pos/core/receipt/model.ts";
import { PAPERS } from "@pos/core/receipt/render.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck, IconChevronDown, IconGift, IconPrinter } from "@tabler/icons-react";
import { usePrinter } from "./print-sheet.tsx";

interface PrintButtonProps extends Pick<ButtonProps, "size" | "variant"> {
  /** A function makes it when it is asked for. */
  readonly document: ReceiptDocument | (() => ReceiptDocument);
  /** Made when it is asked for. */
  readonly gift?: () => ReceiptDocument;
  readonly label: string;
  /** The paper, not the gift receipt, goes to the printer. */
  readonly onPrint?: () => void;
  readonly fullWidth?: boolean;
}

/** Prints a paper; beside it, on which paper, and a gift receipt where there is one. */
export function PrintButton({
  document,
  gift,
  label,
  onPrint,
  size = "sm",
  variant = "default",
  fullWidth = false,
}: PrintButtonProps) {
  const { t } = useI18n();
  const { paper, setPaper, print, sheet } = usePrinter();
  const printPaper = () => {
    print(typeof document === "function" ? document() : document);
    onPrint?.();
  };
  return (
    <>
      <Button.Group w={fullWidth ? "100%" : undefined}>
        <Button
          variant={variant}
          size={size}
          fullWidth={fullWidth}
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          onClick={printPaper}
        >
          {label}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant={variant} size={size} px={10} aria-label={t("receipt.options")}>
              <IconChevronDown size={18} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t("receipt.papers")}</Menu.Label>
            {PAPERS.map((one) => (
              <Menu.Item
                key={one}
                mih={44}
                onClick={() => setPaper(one)}
                aria-current={paper === one}
                leftSection={<IconCheck size={16} aria-hidden="true" opacity={paper === one ? 1 : 0} />}
              >
                {t(`receipt.paper.${one}`)}
              </Menu.Item>
            ))}
            {gift && (
              <>
                <Menu.Divider />
                <Menu.Item
                  mih={44}
                  onClick={() => print(gift())}
                  leftSection={<IconGift size={16} aria-hidden="true" />}
                >
                  {t("receipt.printGift")}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {sheet}
    </>
  );
}
