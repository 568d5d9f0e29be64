"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { GoodsToSellDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useCallback, useEffect, useRef, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { addVariant, removeLine, stepQuantity } from "../cart/cart.ts";
import { useCounter } from "../use-device.tsx";
import { usePrice } from "../use-price.ts";
import type { Shortcuts } from "../use-shortcuts.ts";
import { exactly, type Found, variantsOf } from "./find.ts";

const TILES_MAX = 40;
const SEARCH_MILLISECONDS = 180;

export interface AddGoods {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly field: React.RefObject<HTMLInputElement | null>;
  /** Undefined: not answered yet. */
  readonly found: readonly Found[] | undefined;
  readonly isLost: boolean;
  /** The message to show: an unknown code, or what was added. */
  readonly problem: string | undefined;
  readonly added: string;
  readonly say: (problem: string) => void;
  readonly add: (variant: Found) => void;
  readonly enter: () => void;
  /** Answers whether something has this code. */
  readonly scan: (code: string) => Promise<boolean>;
  readonly selected: string | undefined;
  readonly select: (key: string) => void;
  readonly shortcuts: Shortcuts;
  /** Of the cart, as text. */
  readonly total: string;
}

/** How goods come into the cart: found and touched, typed, or scanned. */
export function useAddGoods(): AddGoods {
  const { t, format } = useI18n();
  const { device, state, settings } = useCounter();
  const { pairing, cart } = state;
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), SEARCH_MILLISECONDS);
  const [found, setFound] = useState<readonly Found[]>();
  const [isLost, setLost] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [added, setAdded] = useState("");
  const [chosen, select] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const priced = usePrice();
  const token = pairing?.token ?? "";

  const look = useCallback(
    async (asked: string, first: number) => {
      const answer = await requestDocument(device.client, GoodsToSellDocument, { search: asked, first }, token);
      return "failure" in answer ? undefined : variantsOf(answer.data.products?.nodes ?? []);
    },
    [device, token],
  );
  const wasLost = state.status.contact === "lost";
  useEffect(() => {
    let isOver = false;
    // Sent again when the server is reachable.
    if (wasLost) setLost(true);
    void look(search, TILES_MAX).then((variants) => {
      if (isOver) return;
      setLost(variants === undefined);
      if (variants !== undefined) setFound(variants);
    });
    return () => {
      isOver = true;
    };
  }, [look, search, wasLost]);

  const add = (variant: Found) => {
    const { barcodes: _, categoryName: __, ...sold } = variant;
    const next = addVariant(device.state().cart, sold, crypto.randomUUID());
    device.changeCart(next.cart);
    select(next.key);
    setProblem(undefined);
    const quantity = next.cart.lines.find(({ key }) => key === next.key)?.quantity ?? "1";
    setAdded(t("terminal.added", { name: variant.name, quantity: format.decimal(quantity) }));
  };
  const scan = async (code: string) => {
    const variants = await look(code, 5);
    const variant = variants && exactly(variants, code);
    if (variant !== undefined) {
      add(variant);
      setText("");
      return true;
    }
    setText(code);
    setProblem(t(variants === undefined ? "terminal.scan.lost" : "terminal.scan.unknown", { code }));
    field.current?.focus();
    field.current?.select();
    return false;
  };
  const enter = () => {
    const asked = text.trim();
    if (asked === "") return;
    const now = search === asked ? found : undefined;
    const only = now && (exactly(now, asked) ?? (now.length === 1 ? now[0] : undefined));
    if (only === undefined) return void scan(asked);
    add(only);
    setText("");
  };

  const selected = cart.lines.some(({ key }) => key === chosen) ? chosen : cart.lines.at(-1)?.key;
  const move = (steps: number) => {
    const at = cart.lines.findIndex(({ key }) => key === selected);
    const key = cart.lines[Math.min(cart.lines.length - 1, Math.max(0, at + steps))]?.key;
    if (key !== undefined) select(key);
  };
  const onSelected = (change: (key: string) => void) => () => {
    if (selected !== undefined) change(selected);
  };
  const step = (units: number) => onSelected((key) => device.changeCart(stepQuantity(device.state().cart, key, units)));
  const remove = onSelected((key) => device.changeCart(removeLine(device.state().cart, key)));
  return {
    ...{ text, setText, field, found, isLost, problem, added, add, enter, scan, selected, select },
    say: setProblem,
    total: format.money({ amount: priced?.sale.total ?? 0, currency: settings.currency }),
    shortcuts: {
      "/": () => field.current?.focus(),
      "+": step(1),
      "-": step(-1),
      ArrowUp: () => move(-1),
      ArrowDown: () => move(1),
      Delete: remove,
      "Control+z": () => device.undo(),
      Escape: () => {
        setText("");
        setProblem(undefined);
        field.current?.blur();
      },
    },
  };
}
