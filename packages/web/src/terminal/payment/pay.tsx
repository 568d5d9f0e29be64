"use client";

import { Button, Kbd, Text } from "@mantine/core";
import type { PaymentMethod } from "@pos/core/selling/payment/model.ts";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import { type ComponentProps, memo, useRef } from "react";
import type { TakenPayment } from "../cart/cart.ts";
import { sumOf } from "../cart/tender.ts";
import { Refusals } from "../refusals.tsx";
import { PayByCard } from "../stored-value/pay-by-value.tsx";
import { useCounter, useDeviceValue } from "../use-device.tsx";
import { type Payments, usePayments } from "../use-payments.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import { useStable } from "../use-stable.ts";
import classes from "./pay.module.css";
import { TakePayment } from "./take-payment.tsx";
import { type MethodOffered, useMethods } from "./use-methods.ts";

/** Money comes in, by one method or several; the sale is made with what completes it. */
export function Pay({ onBack }: { readonly onBack: () => void }) {
  const { t, format, code } = useI18n();
  const { state, settings } = useCounter("isSelling");
  const { currency } = settings;
  const { methods, method, setMethod } = useMethods();
  const { isSelling } = state;
  const { take, complete, remove, ...money } = usePayments();
  const { taken, due, isPaid, giveBack: back } = useHeld(money, isSelling);
  const isExchange = useDeviceValue(({ cart }) => cart.exchange !== undefined);
  const isSettled = isExchange && isPaid && taken.length === 0;
  const confirm = useConfirm();
  const written = (amount: number) => format.money({ amount, currency });
  /** Money that was taken is given back first: only a person can do that. */
  const giveBack = async (payments: readonly TakenPayment[]) => {
    const names = payments.map((payment) => `${code("method", payment.method)} ${written(payment.amount)}`).join(", ");
    const isGivenBack = await confirm({
      title: t("counter.pay.giveBackTitle", { amount: written(sumOf(payments)) }),
      text: t("counter.pay.giveBackText", { payments: names }),
      action: t("counter.pay.giveBackAction"),
    });
    if (isGivenBack) remove(payments.map(({ id }) => id));
    return isGivenBack;
  };
  const leave = async () => {
    if (taken.length === 0 || (await giveBack(taken))) onBack();
  };
  useShortcuts(
    {
      ...Object.fromEntries(methods.map((one) => [one.shortcut, () => setMethod(one.method)])),
      Escape: () => void leave(),
    },
    !isSelling,
  );
  const onTake = useStable(take);
  return (
    <section className={classes.pay} aria-label={t("terminal.pay.title")}>
      <div className={classes.top}>
        <Back isDisabled={isSelling} onClick={useStable(() => void leave())} />
        <span role="status" className={classes.recording}>
          {isSelling && t("terminal.pay.recording")}
        </span>
      </div>
      {taken.length > 0 && <Refusals />}
      {isSettled ? (
        <GiveBack payments={back} />
      ) : (
        <Due isFirst={taken.length === 0} amount={method === "CASH" ? due.cash : due.exact} />
      )}
      <Taken payments={taken} onRemove={(payment) => void giveBack([payment])} />
      {/* It is not replaced while the sale is made: the receipt would wait for that. */}
      <div className={classes.how} inert={isSelling}>
        {!isSettled && <Methods methods={methods} method={method} onChoose={setMethod} />}
        {isPaid ? (
          <Button size="xl" onClick={complete}>
            {t(isExchange ? "terminal.exchange.finish" : "terminal.pay.finish")}
          </Button>
        ) : (
          <Take
            key={`${method}:${taken.length}`}
            method={method}
            due={method === "CASH" ? due.cash : due.exact}
            onTake={onTake}
          />
        )}
      </div>
    </section>
  );
}

/** Stored value is looked up before it pays. */
function Take(props: ComponentProps<typeof TakePayment>) {
  if (props.method === "GIFT_CARD") return <PayByCard due={props.due} onTake={props.onTake} />;
  return <TakePayment {...props} />;
}

type Money = Pick<Payments, "taken" | "due" | "isPaid" | "giveBack">;

/** What there was to pay before the sale was begun: it is shown until that is over. */
function useHeld(money: Money, isSelling: boolean): Money {
  const held = useRef(money);
  if (!isSelling) held.current = money;
  return held.current;
}

function Due({ isFirst, amount }: { readonly isFirst: boolean; readonly amount: number }) {
  const { t, format } = useI18n();
  const { currency } = useCounter("settings").settings;
  return (
    <div className={classes.due} role="status">
      <span>{t(isFirst ? "terminal.pay.due" : "terminal.pay.rest")}</span>
      <strong className="figures" data-testid="due">
        {format.money({ amount, currency })}
      </strong>
    </div>
  );
}

/** What an exchange gives back in large figures, by each method; or that nothing passes. */
function GiveBack({ payments }: { readonly payments: Payments["giveBack"] }) {
  const { t, format, code } = useI18n();
  const { currency } = useCounter("settings").settings;
  const money = (amount: number) => format.money({ amount, currency });
  return (
    <div className={classes.due} role="status">
      <span>
        {t(payments.length === 0 ? "terminal.exchange.even" : "terminal.exchange.giveBack")}
        {payments.map(({ method }) => ` · ${code("method", method)}`).join("")}
      </span>
      <strong className="figures" data-testid="give-back">
        {money(payments.reduce((sum, { amount }) => sum + amount, 0))}
      </strong>
    </div>
  );
}

const Back = memo(function BackToCart({
  isDisabled,
  onClick,
}: {
  readonly isDisabled: boolean;
  readonly onClick: () => void;
}) {
  const { t } = useI18n();
  return (
    <Button
      variant="subtle"
      color="gray"
      size="md"
      mih={44}
      leftSection={<IconArrowLeft size={20} aria-hidden="true" />}
      onClick={onClick}
      disabled={isDisabled}
      rightSection={<Kbd visibleFrom="sm">Esc</Kbd>}
    >
      {t("terminal.pay.back")}
    </Button>
  );
});

const Methods = memo(function MethodsOfPayment({
  methods,
  method,
  onChoose,
}: {
  readonly methods: readonly MethodOffered[];
  readonly method: PaymentMethod;
  readonly onChoose: (method: PaymentMethod) => void;
}) {
  const { t, code } = useI18n();
  return (
    <div className={classes.methods} role="radiogroup" aria-label={t("terminal.pay.method")}>
      {methods.map((one) => (
        <Button
          key={one.method}
          role="radio"
          aria-checked={method === one.method}
          aria-keyshortcuts={one.shortcut}
          variant={method === one.method ? "filled" : "default"}
          size="lg"
          className={classes.method}
          onClick={() => onChoose(one.method)}
        >
          {code("method", one.method)}
          <span className={classes.shortcut}>{one.shortcut}</span>
        </Button>
      ))}
    </div>
  );
});

/** What was taken already. It is kept until it is removed here, whatever happens to the page. */
function Taken({
  payments,
  onRemove,
}: {
  readonly payments: readonly TakenPayment[];
  readonly onRemove: (payment: TakenPayment) => void;
}) {
  const { t, format, code } = useI18n();
  const { state, settings } = useCounter("isSelling");
  const { currency } = settings;
  if (payments.length === 0) return null;
  return (
    <ul className={classes.taken} aria-label={t("counter.pay.taken")}>
      {payments.map((payment) => (
        <li key={payment.id}>
          <Text>
            {payment.account?.lastFour === undefined
              ? code("method", payment.method)
              : t("giftCards.ending", { lastFour: payment.account.lastFour })}
          </Text>
          <Text fw={600} className="figures" ml="auto">
            {format.money({ amount: payment.amount, currency })}
          </Text>
          <Button
            variant="subtle"
            color="red"
            mih={44}
            disabled={state.isSelling}
            aria-label={t("counter.pay.removeOf", { method: code("method", payment.method) })}
            onClick={() => onRemove(payment)}
          >
            {t("counter.pay.remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
