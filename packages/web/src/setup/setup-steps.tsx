"use client";

import { Anchor, Box, Button, Group, Progress, Stack, Text, ThemeIcon } from "@mantine/core";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { Panel } from "@pos/web/components/panel.tsx";
import { HideSetupDocument, type SetupStepName, type SetupStepsQuery } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCheck } from "@tabler/icons-react";
import { useMutation } from "urql";
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

interface SetupStepsProps {
  readonly steps: NonNullable<SetupStepsQuery["setupSteps"]>;
  /** Of the settings. */
  readonly version: number;
}

/** Loaded where there are steps: the start page of most days has none. */
export function SetupSteps({ steps, version }: SetupStepsProps) {
  const { t } = useI18n();
  const isDone = useOutcome();
  const [{ fetching }, hideSetup] = useMutation(HideSetupDocument);
  const count = steps.filter((step) => step.isDone).length;
  async function hide() {
    const result = await hideSetup({ input: { isSetupHidden: true, version } });
    isDone(result, result.data?.updateMerchant.userErrors);
  }
  const isComplete = count === steps.length;
  return (
    <Box mb="lg">
      <Panel
        title={t(isComplete ? "setup.complete" : "setup.title")}
        action={
          <Button size="xs" variant={isComplete ? "filled" : "subtle"} loading={fetching} onClick={() => void hide()}>
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
