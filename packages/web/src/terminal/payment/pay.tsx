"use client";

import { Button, Kbd, Text } from "@mantine/core";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { methodName } from "@pos/web/components/method-name.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconArrowLeft } from "@tabler/icons-react";
import { type ComponentProps, memo, useRef } from "react";
import type { TakenPayment } from "../cart/cart.ts";
import { sumOf } from "../cart/tender.ts";
import { Refusals } from "../refusals.tsx";
import type { Settings } from "../settings.ts";
import { PayByCard, TakeCredit } from "../stored-value/pay-by-value.tsx";
import { useCounter, useDeviceValue } from "../use-device.tsx";
import { type Payments, usePayments } from "../use-payments.ts";
import { useShortcuts } from "../use-shortcuts.ts";
import { useStable } from "../use-stable.ts";
import classes from "./pay.module.css";
import { TakePayment } from "./take-payment.tsx";
import { Tip, tipKeys } from "./tip.tsx";
import { useWays } from "./use-ways.ts";
import { isSameWay, named, type Way } from "./ways.ts";

/** Money comes in, by one method or several; the sale is made with what completes it. */
export function Pay({ onBack }: { readonly onBack: () => void }) {
  const { t } = useI18n();
  const { state, settings } = useCounter("isSelling");
  const { tipPercents = [] } = settings;
  const { ways, way, setWay, credit } = useWays();
  const { method } = way;
  const { isSelling } = state;
  const { take, complete, remove, tip, total, setTip, ...money } = usePayments();
  const { taken, due, isPaid, giveBack: back } = useHeld(money, isSelling);
  const isExchange = useDeviceValue(({ cart }) => cart.exchange !== undefined);
  const isSettled = isExchange && isPaid && taken.length === 0;
  const giveBack = useGiveBack(remove);
  const leave = async () => {
    if (taken.length > 0 && !(await giveBack(taken))) return;
    // The cart may be another one when it is paid.
    setTip(0);
    onBack();
  };
  const tips = tipPercents.length > 0 && taken.length === 0 && !isSettled;
  useShortcuts(
    {
      ...Object.fromEntries(ways.flatMap((one) => (one.shortcut ? [[one.shortcut, () => setWay(one)]] : []))),
      ...(tips ? tipKeys(total, tipPercents, setTip) : {}),
      Escape: () => void leave(),
    },
    !isSelling,
  );
  const onTake = useStable(take);
  const onTip = useStable(setTip);
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
        {tips && <Tip total={total} tip={tip} onTip={onTip} />}
        {!isSettled && <Methods ways={ways} chosen={way} onChoose={setWay} />}
        {isPaid ? (
          <Button size="xl" onClick={complete}>
            {t(isExchange ? "terminal.exchange.finish" : "terminal.pay.finish")}
          </Button>
        ) : (
          <Take
            key={`${method}:${way.methodId}:${taken.length}`}
            way={way}
            credit={credit}
            due={method === "CASH" ? due.cash : due.exact}
            onTake={onTake}
          />
        )}
      </div>
    </section>
  );
}

/** Stored value is looked up before it pays. */
function Take({ credit, ...props }: ComponentProps<typeof TakePayment> & { readonly credit: number }) {
  if (props.way.method === "GIFT_CARD") return <PayByCard due={props.due} onTake={props.onTake} />;
  if (props.way.method === "STORE_CREDIT") return <TakeCredit balance={credit} {...props} />;
  return <TakePayment {...props} />;
}

/** Money that was taken is given back first: only a person can do that. Resolves to whether it was. */
function useGiveBack(remove: Payments["remove"]) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const { settings } = useCounter("settings");
  const confirm = useConfirm();
  const written = (amount: number) => format.money({ amount, currency: settings.currency });
  return async (payments: readonly TakenPayment[]): Promise<boolean> => {
    const names = payments.map((payment) => `${nameOf(payment, settings, i18n)} ${written(payment.amount)}`).join(", ");
    const isGivenBack = await confirm({
      title: t("counter.pay.giveBackTitle", { amount: written(sumOf(payments)) }),
      text: t("counter.pay.giveBackText", { payments: names }),
      action: t("counter.pay.giveBackAction"),
    });
    if (isGivenBack) remove(payments.map(({ id }) => id));
    return isGivenBack;
  };
}

function nameOf(payment: TakenPayment, settings: Settings, i18n: I18n): string {
  const lastFour = payment.account?.lastFour;
  return lastFour === undefined ? methodName(i18n, named(payment, settings)) : i18n.t("giftCards.ending", { lastFour });
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
  ways,
  chosen,
  onChoose,
}: {
  readonly ways: readonly Way[];
  readonly chosen: Way;
  readonly onChoose: (way: Way) => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div className={classes.methods} role="radiogroup" aria-label={t("terminal.pay.method")}>
      {ways.map((one) => (
        <Button
          key={one.methodId ?? one.method}
          role="radio"
          aria-checked={isSameWay(one, chosen)}
          {...(one.shortcut === undefined ? {} : { "aria-keyshortcuts": one.shortcut })}
          variant={isSameWay(one, chosen) ? "filled" : "default"}
          size="lg"
          className={classes.method}
          onClick={() => onChoose(one)}
        >
          {methodName(i18n, one)}
          {one.shortcut !== undefined && <span className={classes.shortcut}>{one.shortcut}</span>}
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
  const i18n = useI18n();
  const { t, format } = i18n;
  const { state, settings } = useCounter("isSelling");
  const { currency } = settings;
  if (payments.length === 0) return null;
  return (
    <ul className={classes.taken} aria-label={t("counter.pay.taken")}>
      {payments.map((payment) => (
        <li key={payment.id}>
          <Text>{nameOf(payment, settings, i18n)}</Text>
          {payment.state !== undefined && <Text size="sm">{i18n.code("paymentState", payment.state)}</Text>}
          <Text fw={600} className="figures" ml="auto">
            {format.money({ amount: payment.amount, currency })}
          </Text>
          <Button
            variant="subtle"
            color="red"
            mih={44}
            disabled={state.isSelling}
            aria-label={t("counter.pay.removeOf", { method: nameOf(payment, settings, i18n) })}
            onClick={() => onRemove(payment)}
          >
            {t("counter.pay.remove")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
