"use client";

import { ActionIcon, Alert, Badge, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import {
  CancelQuoteDocument,
  type QuoteRowFragment,
  QuotesAtTerminalDocument,
  QuoteToSellDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconBan } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { useCounter } from "../use-device.tsx";
import { cartOfQuote } from "./quote-cart.ts";
import classes from "./quotes.module.css";

interface QuotesListProps {
  readonly isDisabled: boolean;
  readonly onClose: () => void;
}

/** The quotes of the location that can be sold: a tap brings one into the cart, at its prices while it is valid. */
export function QuotesList({ isDisabled, onClose }: QuotesListProps) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const { quotes, isLost, ask } = useQuotes(text);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const take = useTake(onClose, setProblem);
  const cancel = useCancel(ask, setProblem);
  const shown = quotes?.filter((quote) => isSellable(quote) && isFound(quote, text));
  return (
    <Stack gap="md">
      <TextInput
        type="search"
        size="md"
        label={t("quotes.search")}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
      {isLost && <Text>{t("quotes.offline")}</Text>}
      {shown?.length === 0 && <Text c="dimmed">{t("quotes.none")}</Text>}
      <div>
        {shown?.map((quote) => (
          <QuoteRow
            key={quote.id}
            quote={quote}
            isDisabled={isDisabled}
            onTake={() => void take(quote.id)}
            onCancel={() => void cancel(quote)}
          />
        ))}
      </div>
    </Stack>
  );
}

function QuoteRow({
  quote,
  isDisabled,
  onTake,
  onCancel,
}: {
  readonly quote: QuoteRowFragment;
  readonly isDisabled: boolean;
  readonly onTake: () => void;
  readonly onCancel: () => void;
}) {
  const { t, format } = useI18n();
  const { number, customer, validUntil, total, lines, state } = quote;
  return (
    <div className={classes.row} data-testid="quote">
      <UnstyledButton className={classes.take} disabled={isDisabled} onClick={onTake}>
        <Text span fw={600} display="block" truncate>
          {[number, customer?.name].filter(Boolean).join(" · ")}
        </Text>
        <Text span size="sm" c="dimmed" display="block">
          {t("quotes.until", { day: format.date(validUntil) })}
        </Text>
        <Text span size="sm" display="block" lineClamp={1}>
          {lines.map(({ description }) => description).join(", ")}
        </Text>
      </UnstyledButton>
      <div className={classes.amount}>
        <Text fw={600} className="figures">
          {format.money(total)}
        </Text>
        {state === "EXPIRED" && (
          <Badge variant="light" color="orange" tt="none">
            {t("quotes.states.EXPIRED")}
          </Badge>
        )}
      </div>
      {state === "OPEN" && (
        <ActionIcon
          size={48}
          variant="subtle"
          color="gray"
          aria-label={t("quotes.cancelOf", { number })}
          onClick={onCancel}
        >
          <IconBan size={20} />
        </ActionIcon>
      )}
    </div>
  );
}

/** What has expired is taken at today's prices. */
function isSellable({ state }: Pick<QuoteRowFragment, "state">): boolean {
  return state === "OPEN" || state === "EXPIRED";
}

function isFound({ number, customer }: QuoteRowFragment, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return `${number} ${customer?.name ?? ""}`.toLowerCase().includes(sought);
}

const SEARCH_MILLISECONDS = 250;
const NUMBER = /^q-[0-9a-z]{6}$/i;

/** The newest quotes; a whole number is looked for among all. */
function useQuotes(text: string) {
  const { device, operator, settings } = useCounter("operator");
  const [quotes, setQuotes] = useState<readonly QuoteRowFragment[] | undefined>(undefined);
  const [isLost, setLost] = useState(false);
  const [number] = useDebouncedValue(NUMBER.test(text.trim()) ? text.trim() : undefined, SEARCH_MILLISECONDS);
  const locationId = settings.terminal.location.id;
  const { token } = operator;
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    let isOver = false;
    const ask = async () => {
      const variables = { locationId, filter: number === undefined ? null : { number } };
      const answer = await requestDocument(device.client, QuotesAtTerminalDocument, variables, token);
      if (isOver) return;
      setLost("failure" in answer);
      if (!("failure" in answer)) setQuotes(answer.data.quotes?.nodes ?? []);
    };
    void ask();
    return () => {
      isOver = true;
    };
  }, [device, token, locationId, number, round]);
  return { quotes, isLost, ask: () => setRound((one) => one + 1) };
}

type ShowProblem = (problem: string | undefined) => void;

function useTake(onDone: () => void, setProblem: ShowProblem): (id: string) => Promise<void> {
  const { t, format } = useI18n();
  const { device, operator } = useCounter("operator");
  return async (id) => {
    const answer = await requestDocument(device.client, QuoteToSellDocument, { id }, operator.token);
    if ("failure" in answer) return setProblem(t("quotes.offline"));
    const { quote } = answer.data;
    if (quote === null || !isSellable(quote)) return setProblem(t("refusal.QUOTE_SOLD"));
    device.changeCart(cartOfQuote(quote, () => crypto.randomUUID()));
    if (quote.state === "EXPIRED")
      notifications.show({ message: t("quotes.atToday", { day: format.date(quote.validUntil) }), color: "orange" });
    onDone();
  };
}

/** Ends a quote that is not sold, after a question. */
function useCancel(onDone: () => void, setProblem: ShowProblem): (quote: QuoteRowFragment) => Promise<void> {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  const confirm = useConfirm();
  return async ({ id, number }) => {
    const question = { title: t("quotes.cancelTitle", { number }), text: t("quotes.cancelText") };
    if (!(await confirm({ ...question, action: t("quotes.cancel") }))) return;
    const input = { quoteId: id };
    const answer = await requestDocument(device.client, CancelQuoteDocument, { input }, operator.token);
    if ("failure" in answer) return setProblem(t("quotes.offline"));
    const { userErrors } = answer.data.cancelQuote;
    setProblem(userErrors.length > 0 ? userErrors.map(refusal).join(" ") : undefined);
    if (userErrors.length === 0) notifications.show({ message: t("quotes.cancelled", { number }), color: "pine" });
    onDone();
  };
}
