"use client";

import { Button, Center, CopyButton, Group, Loader, Modal, Stack, Text } from "@mantine/core";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { now } from "@pos/web/clock.ts";
import { Refusals } from "@pos/web/components/refusals.tsx";
import { IssueActivationCodeDocument, type TerminalRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useEffect, useEffectEvent, useState } from "react";
import { useMutation } from "urql";
import { QrCode } from "./qr-code.tsx";

/** A code that pairs a device with the terminal, once, as long as it counts down. */
export function ActivationDialog({
  terminal,
  onClose,
}: {
  readonly terminal: TerminalRowFragment;
  readonly onClose: () => void;
}) {
  const { t } = useI18n();
  const [result, issue] = useMutation(IssueActivationCodeDocument);
  const { activationCode, expiresAt, userErrors } = result.data?.issueActivationCode ?? {};
  const seconds = useSecondsUntil(expiresAt ?? undefined);
  const issueOne = useEffectEvent(() => void issue({ input: { terminalId: terminal.id } }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each terminal; an effect event is no dependency.
  useEffect(() => issueOne(), [terminal.id]);
  const isOver = activationCode != null && seconds === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminals.pairTitle", { name: terminal.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack gap="md">
        <Text size="sm">{t("terminals.pairText")}</Text>
        {result.fetching && (
          <Center p="xl">
            <Loader />
          </Center>
        )}
        <Refusals error={result.error} refused={userErrors} />
        {activationCode != null && !isOver && (
          <Stack align="center" gap="sm">
            <QrCode text={`${window.location.origin}/terminal#${activationCode}`} label={t("terminals.qr")} />
            <Text ff="monospace" size="xl" fw={650} style={{ letterSpacing: "0.08em" }}>
              {activationCode}
            </Text>
            <Text size="sm" c="dimmed" className="figures">
              {t("terminals.validFor", { time: clock(seconds) })}
            </Text>
          </Stack>
        )}
        {isOver && <Text role="status">{t("terminals.over")}</Text>}
        <Group justify="flex-end">
          {activationCode != null && !isOver && (
            <CopyButton value={activationCode}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? "common.copied" : "common.copy")}
                </Button>
              )}
            </CopyButton>
          )}
          {isOver && (
            <Button onClick={() => void issue({ input: { terminalId: terminal.id } })}>{t("terminals.newCode")}</Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function useSecondsUntil(instant: string | undefined): number {
  const left = () =>
    instant === undefined
      ? 0
      : Math.max(0, Math.ceil((instantMilliseconds(instant) - instantMilliseconds(now())) / 1000));
  const [seconds, setSeconds] = useState(left);
  const look = useEffectEvent(() => setSeconds(left()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs again for each instant; an effect event is no dependency.
  useEffect(() => {
    look();
    const timer = setInterval(() => look(), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return instant === undefined ? 0 : seconds;
}
