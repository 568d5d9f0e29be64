"use client";

import { Button, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { CustomersAtTerminalDocument, type CustomersAtTerminalQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconUserPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { requestDocument } from "../api-client.ts";
import classes from "../terminal.module.css";
import { useCounter } from "../use-device.tsx";
import { customerOfCart, withCustomer } from "./cart.ts";
import { NewCustomer } from "./new-customer.tsx";

type Found = NonNullable<CustomersAtTerminalQuery["customersAtCounter"]>[number];
export type Named = Pick<Found, "id" | "name" | "groupIds" | "taxExemption" | "account">;

const SEARCH_MILLISECONDS = 200;

/** The customer of the cart. */
export function CustomerDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const { device, state } = useCounter("cart");
  if (!isOpen) return null;
  const choose = (customer: Named | undefined) => {
    const chosen = customer && customerOfCart(customer);
    device.changeCart(withCustomer(device.state().cart, chosen));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminal.customer.title")}
      size="md"
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      <ChooseCustomer hasCustomer={state.cart.customer !== undefined} onChoose={choose} />
    </Modal>
  );
}

/** Who buys: found by name, number or address, or created. */
export function ChooseCustomer({
  hasCustomer,
  onChoose,
}: {
  /** There is one to remove. */
  readonly hasCustomer: boolean;
  /** Undefined: none. */
  readonly onChoose: (customer: Named | undefined) => void;
}) {
  const [text, setText] = useState("");
  const [isNew, setNew] = useState(false);
  return isNew ? (
    <NewCustomer searched={text.trim()} onBack={() => setNew(false)} onCreated={onChoose} />
  ) : (
    <CustomerSearch {...{ text, setText, hasCustomer, onChoose }} onNew={() => setNew(true)} />
  );
}

function CustomerSearch({
  text,
  setText,
  hasCustomer,
  onChoose,
  onNew,
}: {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly hasCustomer: boolean;
  readonly onChoose: (customer: Named | undefined) => void;
  readonly onNew: () => void;
}) {
  const { t } = useI18n();
  const { found, isLost, searched } = useFound(text);
  return (
    <Stack gap="md">
      <TextInput
        aria-label={t("terminal.customer.search")}
        placeholder={t("terminal.customer.search")}
        size="lg"
        data-autofocus
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Never one that an earlier text found.
          if (event.key === "Enter" && searched === text.trim() && found?.length === 1) onChoose(found[0]);
        }}
      />
      <div className={classes.choices} aria-live="polite">
        {isLost && <Text c="red">{t("counter.customer.offline")}</Text>}
        {text.trim() === "" && <Text c="dimmed">{t("counter.customer.help")}</Text>}
        {text.trim() !== "" && found?.length === 0 && <Text c="dimmed">{t("terminal.customer.none")}</Text>}
        {found?.map((customer) => (
          <UnstyledButton key={customer.id} className={classes.choice} onClick={() => onChoose(customer)}>
            <Text fw={550}>{customer.name}</Text>
            <Text size="sm" c="dimmed" truncate>
              {[customer.phoneEnding && t("counter.customer.phoneEnding", { digits: customer.phoneEnding })]
                .concat(customer.maskedEmail)
                .filter(Boolean)
                .join(" · ")}
            </Text>
          </UnstyledButton>
        ))}
      </div>
      <Button
        variant="light"
        size="lg"
        leftSection={<IconUserPlus size={20} aria-hidden="true" />}
        disabled={isLost}
        onClick={onNew}
      >
        {t("counter.customer.new")}
      </Button>
      {hasCustomer && (
        <Button variant="default" size="lg" onClick={() => onChoose(undefined)}>
          {t("terminal.customer.remove")}
        </Button>
      )}
    </Stack>
  );
}

interface Search {
  readonly found: readonly Found[] | undefined;
  readonly isLost: boolean;
  /** The text that was searched for when these were found. */
  readonly searched: string | undefined;
}

function useFound(text: string): Search {
  const { device, operator } = useCounter();
  const [search] = useDebouncedValue(text.trim(), SEARCH_MILLISECONDS);
  const [result, setResult] = useState<Search>({ found: undefined, isLost: false, searched: undefined });
  useEffect(() => {
    let isOver = false;
    void requestDocument(device.client, CustomersAtTerminalDocument, { search }, operator.token).then((answer) => {
      if (isOver) return;
      const isLost = "failure" in answer;
      setResult({ found: isLost ? undefined : (answer.data.customersAtCounter ?? []), isLost, searched: search });
    });
    return () => {
      isOver = true;
    };
  }, [device, operator.token, search]);
  return result;
}
