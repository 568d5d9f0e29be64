"use client";

import type { AppliedDiscount } from "@pos/core/goods/pricing/model.ts";
import type { SaleLine } from "@pos/core/selling/sale/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconMinus, IconPlus, IconTrash } from "@tabler/icons-react";
import { memo } from "react";
import { useCounter, useDeviceActions } from "../use-device.tsx";
import classes from "./cart.module.css";
import { type CartLine, isFixed, removeLine, stepQuantity } from "./cart.ts";
import { givenOf, priceOf } from "./price.ts";
import { useDiscountName } from "./use-discount-name.ts";

interface Amounts {
  /** What the line comes to, minor units. */
  readonly amount: number;
  /** What was taken off it. */
  readonly off: number;
  /** Of it, by promotions. */
  readonly given: readonly AppliedDiscount[];
  /** What a unit costs. Undefined: it is not priced. */
  readonly unitPrice: string | undefined;
  /** Whose price it is. */
  readonly priceListId: string | undefined;
}

export interface LineRowProps extends Amounts {
  readonly line: CartLine;
  readonly isSelected: boolean;
  readonly isReadOnly: boolean;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (dialog: "line") => void;
}

export function amountsOf(priced: SaleLine | undefined): Amounts {
  const off = (priced?.discounts ?? []).reduce((sum, { amount }) => sum + amount, 0);
  const { unitPrice, priceListId } = priced ?? {};
  return { amount: (priced?.gross ?? 0) - off, off, given: givenOf(priced), unitPrice, priceListId };
}

/**
 * One line: touched once it is chosen and shows its buttons, its quantity opens the dialog for all of its fields. Of a long
 * cart only the lines that change are rendered, and their elements are plain ones: a scan waits for them.
 */
export const LineRow = memo(function RowOfLine(props: LineRowProps) {
  const { line, amount, off, given, unitPrice, priceListId, isSelected, isReadOnly, onSelect, onOpen } = props;
  const { t, format } = useI18n();
  const { currency } = useCounter("settings").settings;
  const { key, variant, quantity } = line;
  const { unit = "EACH", pack } = variant;
  const open = () => {
    onSelect(key);
    onOpen("line");
  };
  return (
    <li className={classes.line} aria-current={isSelected ? "true" : undefined}>
      <button
        type="button"
        className={classes.what}
        onClick={isSelected ? open : () => onSelect(key)}
        disabled={isReadOnly}
      >
        <span className={classes.title}>
          <span className={classes.variant}>{variant.name}</span>
          <span className={`${classes.amount} figures`}>{format.money({ amount, currency })}</span>
        </span>
        <span className={`${classes.each} figures`}>
          {line.giftCard?.isNew && `${t("giftCards.new")} · `}
          {format.quantity({ quantity, unit, pack })} ×{" "}
          {format.priceOfUnit({ price: unitPrice ?? priceOf(line), currency, unit })}
          {line.tare !== undefined &&
            ` · ${t("counter.tare", { tare: format.quantity({ quantity: line.tare, unit }) })}`}
        </span>
        <LineNotes line={line} off={off} given={given} priceListId={priceListId} />
      </button>
      {isSelected && <Steps line={line} onOpen={open} />}
    </li>
  );
});

/** The buttons of the line that is selected. */
function Steps({ line, onOpen }: { readonly line: CartLine; readonly onOpen: () => void }) {
  const { t, format } = useI18n();
  const device = useDeviceActions();
  const { key, quantity } = line;
  const { name, unit, pack } = line.variant;
  const change = (units: number) => () => device.changeCart(stepQuantity(device.state().cart, key, units));
  return (
    <div className={classes.steps}>
      {!isFixed(line) && (
        <button
          type="button"
          className={classes.step}
          onClick={change(-1)}
          aria-label={t("terminal.line.less", { name })}
        >
          <IconMinus size={20} />
        </button>
      )}
      <button type="button" className={classes.quantity} onClick={onOpen} aria-keyshortcuts="F2">
        <span className="figures">{format.quantity({ quantity, unit, pack })}</span>
        <span className={classes.hiddenName}>{t("terminal.line.edit", { name })}</span>
      </button>
      {!isFixed(line) && (
        <button
          type="button"
          className={classes.step}
          onClick={change(1)}
          aria-label={t("terminal.line.more", { name })}
        >
          <IconPlus size={20} />
        </button>
      )}
      <button
        type="button"
        className={classes.remove}
        onClick={() => device.changeCart(removeLine(device.state().cart, key))}
        aria-label={t("terminal.line.remove", { name })}
      >
        <IconTrash size={20} />
      </button>
    </div>
  );
}

/** What is not usual about a line: a price of its own or of a list, and what was taken off. */
function LineNotes({ line, off, given, priceListId }: Pick<LineRowProps, "line" | "off" | "given" | "priceListId">) {
  const { t, format } = useI18n();
  const { currency, priceLists } = useCounter("settings").settings;
  const discountName = useDiscountName();
  const byHand = given.reduce((left, { amount }) => left - amount, off);
  return (
    <>
      {line.unitPrice !== undefined && line.code === undefined && (
        <span className={classes.note}>
          {t("counter.price.changed", { price: format.unitPrice({ price: line.variant.unitPrice, currency }) })}
        </span>
      )}
      {priceListId !== undefined && (
        <span className={classes.note} data-testid="price-list">
          {priceLists?.find(({ id }) => id === priceListId)?.name}
        </span>
      )}
      {byHand > 0 && (
        <span className={classes.note}>
          <span>{line.discounts.map(discountName).join(", ")}</span>
          <span className="figures">{format.money({ amount: -byHand, currency })}</span>
        </span>
      )}
      {given.map(({ id, reason, amount }) => (
        <span key={id} className={classes.note} data-testid="promotion">
          <span>{reason}</span>
          <span className="figures">{format.money({ amount: -amount, currency })}</span>
        </span>
      ))}
    </>
  );
}
