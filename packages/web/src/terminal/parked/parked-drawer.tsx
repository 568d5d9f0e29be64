"use client";

import { ActionIcon, Alert, Button, Drawer, SegmentedControl, Stack, Text, UnstyledButton } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { newId } from "@pos/web/clock.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import {
  DiscardParkedSaleDocument,
  type ParkedRowFragment,
  RecallParkedSaleDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconTrash } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { memo, useRef, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { isEmpty } from "../cart/cart.ts";
import { QuotesList } from "../quotes/quotes-list.tsx";
import { useCounter, useTerminalPermission } from "../use-device.tsx";
import classes from "./parked.module.css";
import { cartOf } from "./parked-cart.ts";
import { parkedChanged, useParked } from "./use-parked.ts";

/** Loaded when it is shown: it needs the server. */
const LayawaysList = dynamic(() => import("../layaway/layaways-list.tsx").then((module) => module.LayawaysList), {
  ssr: false,
});

interface ParkedDrawerProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Parks what is in the cart first. */
  readonly onPark: () => void;
}

/** The sales that wait at the location: a tap brings one back into the cart of this terminal, and of no other. */
export const ParkedDrawer = memo(function DrawerOfParked({ isOpen, onClose, onPark }: ParkedDrawerProps) {
  const { t } = useI18n();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="md"
      title={t("terminal.park.list")}
      closeButtonProps={{ "aria-label": t("common.close"), size: 44 }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen && <Waiting onClose={onClose} onPark={onPark} />}
    </Drawer>
  );
});

/** What waits, or what was quoted. */
function Waiting({ onClose, onPark }: Omit<ParkedDrawerProps, "isOpen">) {
  const { t } = useI18n();
  const { state } = useCounter("cart");
  const mayQuote = useTerminalPermission()("sale:quote");
  const [shown, show] = useState<"parked" | "quotes" | "layaways">("parked");
  const isFull = !isEmpty(state.cart);
  return (
    <Stack gap="md">
      {mayQuote && (
        <SegmentedControl
          size="md"
          fullWidth
          aria-label={t("terminal.park.list")}
          value={shown}
          data={[
            { value: "parked", label: t("terminal.park.list") },
            { value: "quotes", label: t("quotes.title") },
            { value: "layaways", label: t("layaway.list") },
          ]}
          onChange={(value) => show(value === "quotes" || value === "layaways" ? value : "parked")}
        />
      )}
      {isFull && (
        <Alert color="orange" title={t("terminal.park.cartFull")}>
          <Button size="md" variant="default" onClick={onPark}>
            {t("terminal.park.parkFirst")}
          </Button>
        </Alert>
      )}
      {shown === "parked" && <ParkedList isFull={isFull} onClose={onClose} />}
      {shown === "quotes" && <QuotesList isDisabled={isFull} onClose={onClose} />}
      {shown === "layaways" && <LayawaysList isDisabled={isFull} onClose={onClose} />}
    </Stack>
  );
}

function ParkedList({ isFull, onClose }: { readonly isFull: boolean; readonly onClose: () => void }) {
  const { t } = useI18n();
  const sales = useParked();
  const { recall, discard, problem } = useChanges(onClose);
  return (
    <Stack gap="md">
      <div aria-live="assertive">{problem !== undefined && <Alert color="red">{problem}</Alert>}</div>
      {sales === undefined && <Text>{t("terminal.park.offline")}</Text>}
      {sales?.length === 0 && <Text c="dimmed">{t("terminal.park.none")}</Text>}
      <div>
        {sales?.map((sale) => (
          <ParkedRow
            key={sale.id}
            sale={sale}
            isDisabled={isFull}
            onRecall={() => void recall(sale.id)}
            onDiscard={() => void discard(sale)}
          />
        ))}
      </div>
    </Stack>
  );
}

function ParkedRow({
  sale,
  isDisabled,
  onRecall,
  onDiscard,
}: {
  readonly sale: ParkedRowFragment;
  readonly isDisabled: boolean;
  readonly onRecall: () => void;
  readonly onDiscard: () => void;
}) {
  const { t, format } = useI18n();
  const { settings } = useCounter("settings");
  const name = nameOf(sale, t("terminal.park.unnamed"));
  const goods = sale.lines.map(({ description, variant }) => description ?? variant?.title ?? "").join(", ");
  const when = format.dateTime(sale.parkedAt, settings.terminal.location.timeZone);
  return (
    <div className={classes.row} data-testid="parked">
      <UnstyledButton className={classes.recall} disabled={isDisabled} onClick={onRecall}>
        <Text span fw={600} display="block" truncate>
          {name}
        </Text>
        <Text span size="sm" c="dimmed" display="block" truncate>
          {[when, sale.terminal?.name].filter(Boolean).join(" · ")}
        </Text>
        <Text span size="sm" display="block" lineClamp={1}>
          {goods}
        </Text>
      </UnstyledButton>
      {sale.total !== null && (
        <Text fw={600} className="figures">
          {format.money(sale.total)}
        </Text>
      )}
      <ActionIcon
        size={48}
        variant="subtle"
        color="gray"
        aria-label={t("terminal.park.discardOf", { name })}
        onClick={onDiscard}
      >
        <IconTrash size={20} />
      </ActionIcon>
    </div>
  );
}

function nameOf({ label, customer }: ParkedRowFragment, unnamed: string): string {
  return label ?? customer?.name ?? unnamed;
}

/** A recall that got no answer is repeated under its own id: it is this terminal's, or nothing happened. */
function useChanges(onDone: () => void) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter("operator");
  const confirm = useConfirm();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const recalls = useRef(new Map<string, string>());
  async function recall(parkedSaleId: string): Promise<void> {
    const id = recalls.current.get(parkedSaleId) ?? newId("rcl");
    recalls.current.set(parkedSaleId, id);
    const input = { id, parkedSaleId };
    const answer = await requestDocument(device.client, RecallParkedSaleDocument, { input }, operator.token);
    if ("failure" in answer) return setProblem(t("terminal.park.offline"));
    const { parkedSale, userErrors } = answer.data.recallParkedSale;
    parkedChanged();
    if (parkedSale === null) return setProblem(userErrors.map(refusal).join(" "));
    const cart = cartOf(parkedSale, () => newId("prk"));
    device.changeCart(cart);
    if (parkedSale.quoteId !== null && cart.quote === undefined)
      notifications.show({ message: t("quotes.keptParked"), color: "orange" });
    onDone();
  }
  async function discard(sale: ParkedRowFragment): Promise<void> {
    const name = nameOf(sale, t("terminal.park.unnamed"));
    const question = { title: t("terminal.park.discardTitle", { name }), text: t("terminal.park.discardText") };
    if (!(await confirm({ ...question, action: t("terminal.park.discard") }))) return;
    const input = { parkedSaleId: sale.id };
    const answer = await requestDocument(device.client, DiscardParkedSaleDocument, { input }, operator.token);
    if ("failure" in answer) return setProblem(t("terminal.park.offline"));
    const { userErrors } = answer.data.discardParkedSale;
    setProblem(userErrors.length > 0 ? userErrors.map(refusal).join(" ") : undefined);
    parkedChanged();
  }
  return { recall, discard, problem };
}
