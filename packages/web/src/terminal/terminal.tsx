"use client";

import { Loader } from "@mantine/core";
import { StorageNotice } from "@pos/web/components/storage-notice.tsx";
import { ShopLocale, useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useState } from "react";
import { Provider } from "urql";
import { Counter } from "./counter/counter.tsx";
import { IDLE_MILLISECONDS } from "./device/people.ts";
import { Message } from "./message.tsx";
import { Pair } from "./people/pair.tsx";
import { SignInOperator } from "./people/sign-in-operator.tsx";
import { DeviceProvider, useDevice, useDeviceValue } from "./use-device.tsx";

/** The terminal: pairing first, then sign-in of an operator, then the counter. */
export function Terminal() {
  return <DeviceProvider>{(isThere) => (isThere ? <Phase /> : <Starting />)}</DeviceProvider>;
}

function Phase() {
  const { t } = useI18n();
  const { device, state } = useDevice("phase", "operator", "settings");
  const { phase, operator, settings } = state;
  const isRevoked = useDeviceValue(({ status }) => status.contact === "unpaired");
  const terminalId = useDeviceValue(({ pairing }) => pairing?.terminalId);
  const [code, setCode] = useState(takeCode);
  useIdleLock();
  if (phase === "starting") return <Starting />;
  if (phase === "elsewhere" || phase === "unsupported" || phase === "broken")
    return (
      <Message
        title={t(`terminal.${phase}.title`)}
        text={t(`terminal.${phase}.text`)}
        {...(phase === "broken" ? { action: t("terminal.reload"), onAction: () => window.location.reload() } : {})}
      />
    );
  if (phase === "unpaired" || code !== undefined || isRevoked)
    return (
      <>
        <StorageNotice />
        <Pair
          code={code ?? ""}
          onDone={() => setCode(undefined)}
          {...(phase === "unpaired" || code === undefined ? {} : { onCancel: () => setCode(undefined) })}
        />
      </>
    );
  if (operator === undefined || operator.isLocked || settings === undefined)
    return (
      <>
        <StorageNotice />
        <SignInOperator key={operator?.number} />
      </>
    );
  return (
    <ShopLocale shop={settings}>
      <Provider value={device.client(operator.token)}>
        <Counter key={terminalId} />
      </Provider>
    </ShopLocale>
  );
}

/** A code in the address (the dashboard shows it as a QR code) is used at once and removed from the address. */
function takeCode(): string | undefined {
  const { pathname, search, hash } = window.location;
  const found = new URLSearchParams(search).get("code") ?? /^#([\w-]{8,20})$/.exec(hash)?.[1];
  if (search !== "" || hash !== "") window.history.replaceState(window.history.state, "", pathname);
  return found ?? undefined;
}

function Starting() {
  const { t } = useI18n();
  return (
    <main style={{ minHeight: "100dvh", display: "grid", placeItems: "center" }}>
      <Loader aria-label={t("common.loading")} />
    </main>
  );
}

const ACTIVITY = ["pointerdown", "keydown", "touchstart"] as const;

/** Left alone, it asks for the PIN again; what is in the cart stays. */
function useIdleLock(): void {
  const { device, state } = useDevice("operator");
  const isOpen = state.operator !== undefined && !state.operator.isLocked;
  useEffect(() => {
    if (!isOpen) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const touched = () => {
      device.touch();
      clearTimeout(timer);
      timer = setTimeout(() => void device.lock(), IDLE_MILLISECONDS);
    };
    touched();
    for (const name of ACTIVITY) window.addEventListener(name, touched, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of ACTIVITY) window.removeEventListener(name, touched);
    };
  }, [device, isOpen]);
}
