"use client";

import { Alert, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { type LayawayFragment, LayawaysAtTerminalDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import classes from "../quotes/quotes.module.css";
import { useCounter } from "../use-device.tsx";
import { OneLayaway } from "./one-layaway.tsx";

interface LayawaysListProps {
  /** The cart is full: nothing is collected. */
  readonly isDisabled: boolean;
  readonly onClose: () => void;
}

/** The layaways of the location: a tap shows what is left to pay, and what can be done. */
export function LayawaysList({ isDisabled, onClose }: LayawaysListProps) {
  const { t } = useI18n();
  const [text, setText] = useState("");
  const [chosen, choose] = useState<LayawayFragment | undefined>(undefined);
  const { layaways, isLost, again } = useLayaways();
  const back = () => {
    choose(undefined);
    again();
  };
  if (chosen !== undefined) return <OneLayaway layaway={chosen} isFull={isDisabled} onBack={back} onClose={onClose} />;
  const shown = layaways?.filter((layaway) => isFound(layaway, text));
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
      {isLost && <Alert color="red">{t("layaway.offline")}</Alert>}
      {shown?.length === 0 && <Text c="dimmed">{t("layaway.none")}</Text>}
      <div>
        {shown?.map((layaway) => (
          <LayawayRow key={layaway.id} layaway={layaway} onTake={() => choose(layaway)} />
        ))}
      </div>
    </Stack>
  );
}

function LayawayRow({ layaway, onTake }: { readonly layaway: LayawayFragment; readonly onTake: () => void }) {
  const { t, format } = useI18n();
  const { number, customer, deposited, open, lines } = layaway;
  return (
    <div className={classes.row} data-testid="layaway">
      <UnstyledButton className={classes.take} onClick={onTake}>
        <Text span fw={600} display="block" truncate>
          {[number, customer?.name].filter(Boolean).join(" · ")}
        </Text>
        <Text span size="sm" c="dimmed" display="block" className="figures">
          {t("layaway.deposited", { amount: format.money(deposited) })}
        </Text>
        <Text span size="sm" display="block" lineClamp={1}>
          {lines.map(({ description }) => description).join(", ")}
        </Text>
      </UnstyledButton>
      <Text fw={600} className={`${classes.amount} figures`}>
        {format.money(open)}
      </Text>
    </div>
  );
}

function isFound({ number, customer }: LayawayFragment, text: string): boolean {
  const sought = text.trim().toLowerCase();
  return `${number} ${customer?.name ?? ""}`.toLowerCase().includes(sought);
}

function useLayaways() {
  const { device, operator, settings } = useCounter("operator");
  const [layaways, setLayaways] = useState<readonly LayawayFragment[] | undefined>(undefined);
  const [isLost, setLost] = useState(false);
  const [asked, ask] = useState(0);
  const locationId = settings.terminal.location.id;
  const { token } = operator;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked again after a change.
  useEffect(() => {
    let isOver = false;
    void requestDocument(device.client, LayawaysAtTerminalDocument, { locationId }, token).then((answer) => {
      if (isOver) return;
      setLost("failure" in answer);
      if (!("failure" in answer)) setLayaways(answer.data.quotes?.nodes ?? []);
    });
    return () => {
      isOver = true;
    };
  }, [device, token, locationId, asked]);
  return { layaways, isLost, again: () => ask((count) => count + 1) };
}
