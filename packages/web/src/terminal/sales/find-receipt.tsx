"use client";

import { ActionIcon, Alert, Loader, Stack, TextInput } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconSearch } from "@tabler/icons-react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Row } from "../outbox/row.ts";
import { useCounter } from "../use-device.tsx";
import { ListedSale } from "./recent-rows.tsx";
import { type SoldSale, type Sought, salesByNumber, soldHere } from "./sold-sale.ts";

/** What the search came to; `undefined`: the server did not answer. */
interface Outcome {
  readonly receiptNumber: string;
  readonly sales: readonly SoldSale[] | undefined;
}

/** Finds a receipt by its number, typed or scanned: on this device, else at the server. */
export function FindReceipt({
  rows,
  sought,
  onFound,
}: {
  readonly rows: readonly Row[];
  readonly sought: Sought | undefined;
  readonly onFound: (sale: SoldSale) => void;
}) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const { find, isBusy, outcome } = useFind(rows, onFound);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    if (sought === undefined) return;
    setText(sought.receiptNumber);
    void latest.current(sought.receiptNumber);
  }, [sought]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") void find(text.trim());
  };
  return (
    <Stack gap="sm" mb="md">
      <form onSubmit={submit}>
        <TextInput
          size="lg"
          label={t("terminal.sales.find")}
          placeholder={t("terminal.sales.findHelp")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          rightSection={
            isBusy ? (
              <Loader size={20} />
            ) : (
              <ActionIcon type="submit" size={44} variant="subtle" aria-label={t("common.search")}>
                <IconSearch size={20} />
              </ActionIcon>
            )
          }
          rightSectionWidth={52}
        />
      </form>
      <div aria-live="polite">
        {outcome?.sales?.length === 0 && (
          <Alert color="yellow">{t("terminal.sales.notFound", { number: outcome.receiptNumber })}</Alert>
        )}
        {outcome && outcome.sales === undefined && <Alert color="red">{t("terminal.sales.findOffline")}</Alert>}
      </div>
      {outcome?.sales?.map((sale) => (
        <ListedSale key={sale.id} sale={sale} onChoose={() => onFound(sale)} />
      ))}
    </Stack>
  );
}

function useFind(rows: readonly Row[], onFound: (sale: SoldSale) => void) {
  const { device, operator, settings } = useCounter();
  const [asked, setAsked] = useState<string | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const { merchantName } = settings;
  const find = async (receiptNumber: string) => {
    const row = rows.find((one) => "sale" in one && isSame(one.sale.receipt.receiptNumber, receiptNumber));
    if (row !== undefined && "sale" in row) return onFound(soldHere(row, rows));
    setOutcome(undefined);
    setAsked(receiptNumber);
    const sales = await salesByNumber(device, operator.token, { receiptNumber, merchantName });
    setAsked(undefined);
    const [only] = sales ?? [];
    if (only && sales?.length === 1) onFound(only);
    else setOutcome({ receiptNumber, sales });
  };
  return { find, isBusy: asked !== undefined, outcome };
}

function isSame(receiptNumber: string, typed: string): boolean {
  return receiptNumber.toUpperCase() === typed.normalize("NFKC").toUpperCase();
}
