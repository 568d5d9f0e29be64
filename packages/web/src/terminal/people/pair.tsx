"use client";

import { Alert, Button, Text, TextInput, Title } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { LanguageSwitch } from "@pos/web/shell/language.tsx";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { Denied } from "../device/people.ts";
import { Card } from "../message.tsx";
import classes from "../terminal.module.css";
import { useDevice } from "../use-device.tsx";
import { useDenied } from "./use-denied.ts";

/** Makes this device a terminal, by a code that the dashboard shows. */
export function Pair({
  code,
  onDone,
  onCancel,
}: {
  /** As it came with the address; "": it is typed. */
  readonly code: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}) {
  const { t } = useI18n();
  const { device, state } = useDevice();
  const [typed, setTyped] = useState(code);
  const [isBusy, setBusy] = useState(false);
  const [denied, setDenied] = useState<Denied | undefined>(undefined);
  const reason = useDenied()(denied);
  const isRevoked = state.status.contact === "unpaired" && state.phase === "ready";

  const pair = async (activationCode: string) => {
    setBusy(true);
    const refusal = await device.pair(activationCode);
    setBusy(false);
    setDenied(refusal);
    if (refusal === undefined) onDone();
  };
  // A code that came with the address is tried once, without a further touch, where nothing is paired yet.
  const isTried = useRef(false);
  useEffect(() => {
    if (code === "" || state.phase !== "unpaired" || isTried.current) return;
    isTried.current = true;
    void pair(code);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void pair(typed.trim().toUpperCase());
  };

  return (
    <Card>
      <form onSubmit={submit} style={{ display: "contents" }}>
        <Heading isRevoked={isRevoked} />
        {state.status.unsent > 0 && (
          <Alert color="orange" variant="light">
            {t("terminal.pair.unsent", { count: state.status.unsent })}
          </Alert>
        )}
        <TextInput
          label={t("terminal.pair.code")}
          placeholder="XXXXX-XXXXX"
          size="lg"
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          required
          withAsterisk={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <div aria-live="assertive">
          {reason !== undefined && (
            <Alert color="red" variant="light" p="sm">
              {reason}
            </Alert>
          )}
        </div>
        <Button type="submit" size="lg" loading={isBusy} disabled={typed.trim() === ""}>
          {t("terminal.pair.action")}
        </Button>
        {onCancel !== undefined && (
          <Button variant="default" size="lg" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
        )}
      </form>
      <div className={classes.switches}>
        <LanguageSwitch />
      </div>
    </Card>
  );
}

function Heading({ isRevoked }: { readonly isRevoked: boolean }) {
  const { t } = useI18n();
  return (
    <div>
      <Title order={1} size="h2">
        {t(isRevoked ? "terminal.pair.againTitle" : "terminal.pair.title")}
      </Title>
      <Text c="dimmed">{t(isRevoked ? "terminal.pair.againText" : "terminal.pair.text")}</Text>
    </div>
  );
}
