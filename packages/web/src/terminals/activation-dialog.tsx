"use client";

import { Alert, Button, Center, CopyButton, Group, Loader, Modal, Stack, Text, ThemeIcon } from "@mantine/core";
import { instantMilliseconds } from "@pos/core/base/time.ts";
import { now } from "@pos/web/clock.ts";
import { countdown } from "@pos/web/components/countdown.ts";
import { QrCode } from "@pos/web/components/qr-code.tsx";
import { Refusals } from "@pos/web/components/refusals.tsx";
import {
  IssueActivationCodeDocument,
  TerminalActivationDocument,
  type TerminalRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck, IconExternalLink } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useMutation, useQuery } from "urql";

/** A code that pairs a device with the terminal, once, as long as it counts down. It notices when a device was paired. */
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
  const isPaired = usePaired(terminal, activationCode != null && !isOver);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("terminals.pairTitle", { name: terminal.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {isPaired ? (
        <Paired name={terminal.name} onClose={onClose} />
      ) : (
        <Stack gap="md">
          <Text size="sm">{t("terminals.pairText")}</Text>
          {result.fetching && (
            <Center p="xl">
              <Loader />
            </Center>
          )}
          <Refusals error={result.error} refused={userErrors} />
          {activationCode != null && !isOver && <Code code={activationCode} seconds={seconds} />}
          {isOver && <Text role="status">{t("terminals.over")}</Text>}
          {isOver && (
            <Group justify="flex-end">
              <Button onClick={() => void issue({ input: { terminalId: terminal.id } })}>
                {t("terminals.newCode")}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Modal>
  );
}

/** Where to enter the code: to scan, to type, or on this device. */
function Code({ code, seconds }: { readonly code: string; readonly seconds: number }) {
  const { t } = useI18n();
  const address = `${window.location.origin}/terminal`;
  return (
    <Stack align="center" gap="sm">
      <QrCode text={`${address}#${code}`} label={t("terminals.qr")} />
      <Text ff="monospace" style={{ overflowWrap: "anywhere" }} ta="center">
        {address}
      </Text>
      {isLoopback(window.location.hostname) && (
        <Alert color="yellow" variant="light" p="sm">
          {t("terminals.onlyHere")}
        </Alert>
      )}
      <Text ff="monospace" size="xl" fw={650} style={{ letterSpacing: "0.08em" }}>
        {code}
      </Text>
      <Text size="sm" c="dimmed" className="figures">
        {t("terminals.validFor", { time: countdown(seconds) })}
      </Text>
      <Group justify="center">
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? "common.copied" : "terminals.copyCode")}
            </Button>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`/terminal#${code}`}
          target="_blank"
          rel="noreferrer"
          rightSection={<IconExternalLink size={16} aria-hidden="true" />}
        >
          {t("terminals.openHere")}
        </Button>
      </Group>
    </Stack>
  );
}

function Paired({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Stack align="center" gap="md" role="status">
      <ThemeIcon size={56} radius="xl" color="pine">
        <IconCheck size={32} aria-hidden="true" />
      </ThemeIcon>
      <Text fw={600}>{t("terminals.pairedTitle", { name })}</Text>
      <Text size="sm" ta="center">
        {t("terminals.pairedText")}
      </Text>
      <Button onClick={onClose} data-autofocus>
        {t("common.close")}
      </Button>
    </Stack>
  );
}

const ASKS_MILLISECONDS = 2_000;

/** Whether a device was paired since the dialog opened. Nothing is published of terminals, so it is asked for. */
function usePaired({ id, activatedAt }: TerminalRowFragment, isWaiting: boolean): boolean {
  const [before] = useState(activatedAt);
  const [{ data }, refetch] = useQuery({
    query: TerminalActivationDocument,
    variables: { id },
    requestPolicy: "cache-and-network",
    pause: !isWaiting,
  });
  const ask = useEffectEvent(() => refetch({ requestPolicy: "network-only" }));
  const node = data?.node;
  const isPaired = node?.__typename === "Terminal" && node.activatedAt !== null && node.activatedAt !== before;
  const isAsking = isWaiting && !isPaired;
  useEffect(() => {
    if (!isAsking) return;
    const timer = setInterval(() => ask(), ASKS_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isAsking]);
  return isPaired;
}

/** Another device that opens such an address opens itself. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || host.startsWith("127.");
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
