"use client";

import { isMeasured } from "@pos/core/base/unit.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useCallback, useRef, useState } from "react";
import { type AddedGoods, addVariant, removeLine, selectedIn, stepQuantity, withPieces } from "../cart/cart.ts";
import { type CatalogIndex, type Sellable, soldVariant } from "../catalog/catalog-index.ts";
import type { Device } from "../device/device.ts";
import { useDeviceActions } from "../use-device.tsx";
import type { Shortcuts } from "../use-shortcuts.ts";
import { useStable } from "../use-stable.ts";
import { expiredOn, scannedAtServer, scannedOnDevice } from "./scanned.ts";
import type { ScannedGoods } from "./scanned-in.ts";
import { typedCode } from "./typed-code.ts";
import { type Browsing, useBrowsing } from "./use-browsing.ts";

export interface AddGoods {
  readonly browsing: Browsing;
  readonly field: React.RefObject<HTMLInputElement | null>;
  /** The message to show: an unknown code, or that several were found. */
  readonly problem: string | undefined;
  /** What was added, for operators who do not see it. */
  readonly added: string;
  readonly say: (problem: string | undefined) => void;
  readonly setText: (text: string) => void;
  readonly add: (goods: Sellable) => void;
  readonly enter: () => void;
  /** Answers whether something has this code. */
  readonly scan: (code: string) => Promise<boolean>;
  /** What is to be weighed before it is added. */
  readonly weighing: Sellable | undefined;
  /** It is added, with what it weighs and what was taken off for its package. */
  readonly weighed: (quantity: string, tare: string | undefined) => void;
  readonly notWeighed: () => void;
  /** The line that was chosen last; it may be gone. */
  readonly chosen: string | undefined;
  readonly select: (key: string) => void;
  readonly shortcuts: Shortcuts;
}

/** How goods come into the cart: found and touched, typed, or scanned. */
export function useAddGoods(): AddGoods {
  const { t } = useI18n();
  const device = useDeviceActions();
  const [problem, setProblem] = useState<string>();
  const [chosen, select] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const browsing = useBrowsing();
  const { noteSold, setText: search, open, grid } = browsing;
  const setText = useCallback(
    (text: string) => {
      setProblem(undefined);
      search(text);
    },
    [search],
  );

  const { put, ...putting } = usePut(select, noteSold, setProblem);
  const add = useCallback(
    (goods: AnyGoods) => {
      put(goods, typedCode(field.current?.value ?? "").quantity);
      setText("");
    },
    [put, setText],
  );
  const known = (code: string) => scannedOnDevice(device, code);
  /** The field is free for the next code at once: an answer that comes later leaves it alone. */
  const find = async (code: string, quantity?: string) => {
    const goods = known(code);
    setText("");
    if (goods !== undefined) {
      put(goods, quantity);
      return true;
    }
    const isNew = await scannedAtServer(device, code);
    if (!isNew) {
      setProblem(t(isNew === null ? "terminal.scan.lost" : "terminal.scan.unknown", { code }));
      return false;
    }
    put(isNew, quantity);
    // It was created a moment ago: from now on the device has it.
    void device.catalog.update();
    return true;
  };
  const scan = (code: string) => {
    // A quantity was typed just before, or a machine that stopped in the middle has put the beginning into the field.
    const { text, quantity } = typedCode((field.current?.value ?? "") + code);
    const alone = typedCode(code).text;
    const isWhole = known(text) !== undefined || (known(alone) === undefined && /^\d+$/.test(text));
    return find(isWhole ? text : alone, quantity);
  };
  const enter = useStable(() => {
    const { text, quantity } = typedCode(field.current?.value ?? "");
    if (text === "") return quantity === undefined ? undefined : setQuantity(quantity);
    const one = known(text) ?? onlyOne(device.catalog.state().index, text);
    if (one !== undefined) {
      add(one);
      // Keys are shortcuts again.
      field.current?.blur();
    } else if (browsing.count > 0 && browsing.search === text) {
      setProblem(t("terminal.goods.choose", { count: browsing.count }));
      grid.current?.focusFirst();
    } else void find(text, quantity);
  });

  const selected = () => selectedIn(device.state().cart, chosen);
  /** "12*" without an item is the quantity of the selected line. */
  const setQuantity = (quantity: string) => {
    device.changeCart(withPieces(device.state().cart, selected() ?? "", quantity));
    setText("");
    field.current?.blur();
  };
  return {
    ...{ browsing, setText, field, problem, add, enter, scan, chosen, select, ...putting },
    say: setProblem,
    shortcuts: {
      "/": () => field.current?.focus(),
      ...lineShortcuts({ device, selected, select }),
      Escape: () => {
        setText("");
        open(undefined);
        field.current?.blur();
      },
    },
  };
}

/** Of a scan, with what the code states of them. */
type AnyGoods = Sellable & Partial<ScannedGoods>;

/** Puts goods into the cart, as many as are asked for; what is measured and was not is asked for first. */
function usePut(select: (key: string) => void, noteSold: (productId: string) => void, warn: (problem: string) => void) {
  const { t, format } = useI18n();
  const device = useDeviceActions();
  const [added, setAdded] = useState("");
  const [weighing, weigh] = useState<AnyGoods | undefined>(undefined);
  const put = useCallback(
    (goods: AnyGoods, counted?: string) => {
      const { unit = "EACH", pack, name } = soldVariant(goods);
      const sold: AddedGoods = { ...(counted === undefined ? {} : { quantity: counted }), ...goods.sold };
      if (isMeasured(unit) && sold.quantity === undefined) return weigh(goods);
      const { cart, key } = addVariant(device.state().cart, soldVariant(goods), crypto.randomUUID(), sold);
      device.changeCart(cart);
      select(key);
      noteSold(goods.product.id);
      const { quantity = "1" } = cart.lines.find((line) => line.key === key) ?? sold;
      setAdded(t("terminal.added", { name, quantity: format.quantity({ quantity, unit, pack }) }));
      const day = expiredOn(sold, device);
      if (day !== undefined) warn(t("terminal.scan.expired", { date: format.date(day) }));
    },
    [device, format, t, select, noteSold, warn],
  );
  const weighed = useCallback(
    (quantity: string, tare: string | undefined) => {
      weigh(undefined);
      const net = { quantity, ...(tare === undefined ? {} : { tare }) };
      if (weighing !== undefined) put({ ...weighing, sold: { ...weighing.sold, ...net } });
    },
    [put, weighing],
  );
  const notWeighed = useCallback(() => weigh(undefined), []);
  return { put, added, weighing, weighed, notWeighed };
}

/** The variant that a search finds, if it finds no other. */
function onlyOne(index: CatalogIndex | undefined, text: string): Sellable | undefined {
  const [tile, ...others] = index?.search(text) ?? [];
  const [variant, ...variants] = tile?.variants ?? [];
  if (tile === undefined || variant === undefined || others.length + variants.length > 0) return undefined;
  return { product: tile.product, variant };
}

interface Lines {
  readonly device: Device;
  readonly selected: () => string | undefined;
  readonly select: (key: string) => void;
}

/** What keys do with the selected line of the cart. */
function lineShortcuts({ device, selected, select }: Lines): Shortcuts {
  const cart = () => device.state().cart;
  const onSelected = (change: (key: string) => void) => () => {
    const key = selected();
    if (key !== undefined) change(key);
  };
  const move = (steps: number) => () => {
    const { lines } = cart();
    const from = selected();
    const at = lines.findIndex(({ key }) => key === from);
    const key = lines[Math.min(lines.length - 1, Math.max(0, at + steps))]?.key;
    if (key !== undefined) select(key);
  };
  return {
    "+": onSelected((key) => device.changeCart(stepQuantity(cart(), key, 1))),
    "-": onSelected((key) => device.changeCart(stepQuantity(cart(), key, -1))),
    ArrowUp: move(-1),
    ArrowDown: move(1),
    Delete: onSelected((key) => device.changeCart(removeLine(cart(), key))),
    "Control+z": () => device.undo(),
  };
}
