"use client";

import { ActionIcon, Button, Checkbox, Text, UnstyledButton } from "@mantine/core";
import { formatQuantity } from "@pos/core/base/quantity.ts";
import { refundableLines } from "@pos/core/selling/refund/rules.ts";
import { isWrittenOff, type WrittenOff, writeLineOff } from "@pos/web/components/written-off.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { allOf, type Chosen, type RefundableSale, stepped } from "./refund-rule.ts";
import classes from "./sales.module.css";

/** What comes back: everything by one tap, all of a line by one, or piece by piece; of several lines, which are damaged. */
export function RefundLines({
  sale,
  chosen,
  writtenOff,
  onChoose,
  onWriteOff,
}: {
  readonly sale: RefundableSale;
  readonly chosen: Chosen;
  readonly writtenOff: WrittenOff;
  readonly onChoose: (chosen: Chosen) => void;
  readonly onWriteOff: (writtenOff: WrittenOff) => void;
}) {
  const { t } = useI18n();
  const lines = refundableLines(sale);
  const nameOf = (line: number) => sale.lines[line - 1]?.description ?? "";
  return (
    <div>
      <Button size="lg" fullWidth variant="light" mb="sm" onClick={() => onChoose(allOf(sale))}>
        {t("terminal.refund.all")}
      </Button>
      {lines.map(({ line, sold, left }) => (
        <RefundLine
          key={line}
          name={nameOf(line)}
          sold={sold}
          left={left}
          quantity={chosen[line] ?? 0}
          onChange={(quantity) => onChoose({ ...chosen, [line]: quantity })}
        >
          {lines.length > 1 && (chosen[line] ?? 0) > 0 && (
            <Checkbox
              className={classes.backDamaged}
              size="md"
              label={t("terminal.refund.damaged")}
              aria-label={t("terminal.refund.damagedLine", { name: nameOf(line) })}
              checked={isWrittenOff(writtenOff, line)}
              onChange={(event) => onWriteOff(writeLineOff(writtenOff, line, event.currentTarget.checked))}
            />
          )}
        </RefundLine>
      ))}
    </div>
  );
}

function RefundLine({
  name,
  sold,
  left,
  quantity,
  onChange,
  children,
}: {
  readonly name: string;
  readonly sold: number;
  readonly left: number;
  readonly quantity: number;
  readonly onChange: (quantity: number) => void;
  readonly children: ReactNode;
}) {
  const { t, format } = useI18n();
  const shown = (thousandths: number) => format.decimal(formatQuantity(thousandths));
  return (
    <div className={classes.back} data-chosen={quantity > 0}>
      <UnstyledButton
        className={classes.backName}
        disabled={left === 0}
        aria-pressed={quantity > 0}
        onClick={() => onChange(quantity === left ? 0 : left)}
      >
        <Text fw={550} component="span" display="block">
          {name}
        </Text>
        <Text size="sm" c="dimmed" component="span">
          {t("terminal.refund.left", { left: shown(left), of: shown(sold) })}
        </Text>
      </UnstyledButton>
      <ActionIcon
        size={48}
        variant="default"
        disabled={quantity === 0}
        aria-label={t("terminal.refund.less", { name })}
        onClick={() => onChange(stepped(quantity, left, -1))}
      >
        <IconMinus size={20} />
      </ActionIcon>
      <Text
        fw={700}
        size="lg"
        ta="center"
        className="figures"
        role="status"
        aria-label={t("terminal.refund.quantity", { name })}
      >
        {shown(quantity)}
      </Text>
      <ActionIcon
        size={48}
        variant="default"
        disabled={quantity >= left}
        aria-label={t("terminal.refund.more", { name })}
        onClick={() => onChange(stepped(quantity, left, 1))}
      >
        <IconPlus size={20} />
      </ActionIcon>
      {children}
    </div>
  );
}
