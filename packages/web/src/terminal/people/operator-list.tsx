"use client";

import { Avatar, Text, UnstyledButton } from "@mantine/core";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import type { ListedOperator } from "../outbox/store.ts";
import classes from "./operator-list.module.css";

/** Who can sign in here, to tap one's own name. */
export function OperatorList({
  operators,
  onChoose,
}: {
  readonly operators: readonly ListedOperator[];
  readonly onChoose: (operator: ListedOperator) => void;
}) {
  const { t, locale } = useI18n();
  const { compare } = new Intl.Collator(locale);
  return (
    <>
      <Text size="sm" c="dimmed" id="operators">
        {t("terminal.signIn.who")}
      </Text>
      <ul className={classes.list} aria-labelledby="operators">
        {operators
          .toSorted((one, other) => compare(one.name, other.name))
          .map((operator) => (
            <li key={operator.id}>
              <UnstyledButton className={classes.name} onClick={() => onChoose(operator)}>
                <Avatar name={operator.name} color="initials" size={36} radius="xl" aria-hidden="true" />
                <Text span fw={600} lineClamp={2}>
                  {operator.name}
                </Text>
              </UnstyledButton>
            </li>
          ))}
      </ul>
    </>
  );
}
