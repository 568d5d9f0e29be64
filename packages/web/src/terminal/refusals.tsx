"use client";

import { Alert, Text } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import classes from "./terminal.module.css";
import { useCounter } from "./use-device.tsx";

/** Why the server did not take the sale, until the cart is changed. */
export function Refusals() {
  const { t, refusal: describe } = useI18n();
  const { refusals } = useCounter("refusals").state;
  return (
    <div aria-live="assertive" className={classes.live}>
      {refusals.length > 0 && (
        <Alert color="red" variant="light" p="sm" title={t("terminal.refused.title")}>
          {refusals.map((refusal) => (
            <Text size="sm" key={refusal.code + refusal.path.join(".")}>
              {describe(refusal)}
            </Text>
          ))}
        </Alert>
      )}
    </div>
  );
}
