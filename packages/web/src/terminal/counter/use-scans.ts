"use client";

import { parseReceiptNumber } from "@pos/core/selling/sale/receipts.ts";
import { cleanCardCode, isCardCode } from "@pos/core/selling/stored-value/model.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import type { AddGoods } from "../goods/use-add-goods.ts";
import { useScanner } from "../scan/use-scanner.ts";
import { useCounter } from "../use-device.tsx";
import type { Shortcuts } from "../use-shortcuts.ts";
import { useStable } from "../use-stable.ts";
import { whenIdle } from "../when-idle.ts";
import type { Notice } from "./notice.tsx";
import { playSound, prepareSound } from "./sound.ts";
import type { CounterPage } from "./use-counter-page.ts";

/**
 * What a scanned code does: it adds goods, finds a receipt, whose code is its number, or names a gift card where one is asked for. What became of it is heard, and
 * shown across the page if it did nothing.
 */
export function useScans(
  page: CounterPage,
  goods: AddGoods,
  shortcuts: Shortcuts,
  onCard: (code: string) => void,
): Notice {
  const { mode, dialog, next, findReceipt } = page;
  const { t } = useI18n();
  const { isSelling } = useCounter("isSelling").state;
  const [refused, setRefused] = useState<string | undefined>(undefined);
  useEffect(() => whenIdle(prepareSound), []);
  const onScan = (code: string) => {
    const takesCard = mode === "pay" || dialog === "card" || dialog === "line" || dialog === "sales";
    if (takesCard && !isSelling && isCardCode(cleanCardCode(code))) return onCard(code);
    if (dialog === "sales" && !isSelling) return findReceipt(code);
    if (isSelling || dialog !== undefined || goods.weighing !== undefined || mode === "pay") {
      playSound("problem");
      return setRefused(t(mode === "pay" ? "counter.scan.paying" : "terminal.scan.busy", { code }));
    }
    if (mode === "done") next();
    setRefused(undefined);
    void goods.scan(code).then((isKnown) => {
      const isReceipt = !isKnown && parseReceiptNumber(code) !== undefined;
      playSound(isKnown || isReceipt ? "added" : "problem");
      if (isReceipt) {
        goods.say(undefined);
        findReceipt(code);
      }
    });
  };
  useScanner(onScan, {
    field: goods.field,
    isOn: dialog === undefined && goods.weighing === undefined && !isSelling,
    isTaken: (key) => shortcuts[key] !== undefined,
    onEnter: goods.enter,
  });
  return {
    text: refused ?? goods.problem,
    // Several were found: one is to be chosen, and nothing is wrong.
    isProblem: refused !== undefined || goods.browsing.count === 0,
    onClose: useStable(() => {
      setRefused(undefined);
      goods.say(undefined);
    }),
  };
}
