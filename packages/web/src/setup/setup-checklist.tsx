"use client";

import { Anchor, Box, Button, Group, Progress, Stack, Text, ThemeIcon } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { HideSetupDocument, type SetupStepName, SetupStepsDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { SELDOM_MILLISECONDS, useChanges } from "@pos/web/session/changes.ts";
import { usePermission } from "@pos/web/session/session.tsx";
import { IconCheck } from "@tabler/icons-react";
import { useMutation, useQuery } from "urql";
import classes from "./setup.module.css";

/** Where each step is done. */
const PAGES: Readonly<Record<SetupStepName, string>> = {
  BUSINESS: "/settings",
  TAX: "/tax",
  PRODUCT: "/products",
  STOCK: "/stock/opening",
  STAFF: "/staff",
  TERMINAL: "/terminals",
  SALE: "/terminal",
};

const FRESH = {
  additionalTypenames: ["Merchant", "TaxSettings", "Product", "StockLevel", "Staff", "Terminal", "Sale"],
};

/** What a new merchant has still to do, on the start page until it is done or hidden. */
export function SetupChecklist() {
  const { t } = useI18n();
  const isPermitted = usePermission()("merchant:write");
  const isDone = useOutcome();
  const [{ data }, refetch] = useQuery({
    query: SetupStepsDocument,
    requestPolicy: "cache-and-network",
    context: FRESH,
    pause: !isPermitted,
  });
  useChanges(() => {
    if (isPermitted) refetch({ requestPolicy: "network-only" });
  }, SELDOM_MILLISECONDS);
  const [{ fetching }, hideSetup] = useMutation(HideSetupDocument);
  if (!isPermitted || data?.setupSteps == null || data.me === null) return null;
  const { setupSteps: steps, me } = data;
  const count = steps.filter((step) => step.isDone).length;
  async function hide(version: number) {
    const result = await hideSetup({ input: { isSetupHidden: true, version } });
    isDone(result, result.data?.updateMerchant.userErrors);
  }
  const isComplete = count === steps.length;
  return (
    <Box mb="lg">
      <Panel
        title={t(isComplete ? "setup.complete" : "setup.title")}
        action={
          <Button
            size="xs"
            variant={isComplete ? "filled" : "subtle"}
            loading={fetching}
            onClick={() => void hide(me.merchant.version)}
          >
            {t("setup.hide")}
          </Button>
        }
      >
        <Group gap="sm" mb="sm" wrap="nowrap">
          <Progress value={(100 * count) / steps.length} flex={1} aria-label={t("setup.title")} />
          <Text size="sm" c="dimmed" className="figures">
            {t("setup.progress", { count, all: steps.length })}
          </Text>
        </Group>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <Step key={step.name} {...step} />
          ))}
        </ol>
      </Panel>
    </Box>
  );
}

function Step({ name, isDone }: { readonly name: SetupStepName; readonly isDone: boolean }) {
  const { t, code } = useI18n();
  return (
    <li className={classes.step} data-done={isDone || undefined}>
      <ThemeIcon
        size="sm"
        radius="xl"
        variant={isDone ? "filled" : "default"}
        color="pine"
        aria-label={isDone ? t("setup.done") : undefined}
      >
        {isDone && <IconCheck size={14} aria-hidden="true" />}
      </ThemeIcon>
      <Stack gap={0}>
        {isDone ? (
          <Text>{code("setup", name)}</Text>
        ) : (
          <Anchor component={AppLink} href={PAGES[name]}>
            {code("setup", name)}
          </Anchor>
        )}
        {!isDone && (
          <Text size="sm" c="dimmed">
            {code("setupHelp", name)}
          </Text>
        )}
      </Stack>
    </li>
  );
}
