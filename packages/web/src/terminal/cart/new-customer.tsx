"use client";

import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { LIMITS } from "@pos/core/base/limits.ts";
import { newId } from "@pos/web/clock.ts";
import {
  CreateCustomerAtTerminalDocument,
  type CreateCustomerAtTerminalMutation,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { type FormEvent, useState } from "react";
import { requestDocument } from "../api-client.ts";
import { useCounter } from "../use-device.tsx";

type Created = NonNullable<CreateCustomerAtTerminalMutation["createCustomerAtCounter"]["customer"]>;

interface Problem {
  readonly code: string;
  readonly path: readonly string[];
}

const PHONE = /^[\d\s+()./-]+$/;

/** A customer who is not known yet. What was searched for is the number, the address or the name. */
export function NewCustomer({
  searched,
  onBack,
  onCreated,
}: {
  readonly searched: string;
  readonly onBack: () => void;
  readonly onCreated: (customer: Created) => void;
}) {
  const { t, refusal } = useI18n();
  const { device, operator } = useCounter();
  // Made once: pressing the button twice creates one customer.
  const [id] = useState(() => newId("cus"));
  const [person, setPerson] = useState({
    name: searched !== "" && !PHONE.test(searched) && !searched.includes("@") ? searched : "",
    phone: PHONE.test(searched) ? searched : "",
    email: searched.includes("@") ? searched : "",
  });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const input = { id, ...person };
    const answer = await requestDocument(device.client, CreateCustomerAtTerminalDocument, { input }, operator.token);
    setBusy(false);
    if ("failure" in answer) return setProblems([{ code: answer.failure.code, path: [] }]);
    const { customer, userErrors } = answer.data.createCustomerAtCounter;
    if (customer) return onCreated(customer);
    setProblems(userErrors);
  };
  const problemOf = (field: string) => {
    const found = problems.find(({ path }) => path.at(-1) === field);
    return found && refusal(found);
  };
  const other = problems.find(({ path }) => !Object.keys(person).includes(path.at(-1) ?? ""));
  const field = (name: keyof typeof person, label: string, maxLength: number) => ({
    ...{ label, maxLength, size: "lg", autoComplete: "off", value: person[name], error: problemOf(name) },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setPerson({ ...person, [name]: event.currentTarget.value }),
  });
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <TextInput {...field("name", t("counter.customer.name"), LIMITS.nameCharactersMax)} required data-autofocus />
        <TextInput {...field("phone", t("counter.customer.phone"), LIMITS.codeCharactersMax)} type="tel" />
        <TextInput {...field("email", t("counter.customer.email"), 320)} inputMode="email" />
        {other !== undefined && (
          <Alert color="red" variant="light" role="alert">
            {other.code === "NETWORK" ? t("counter.customer.offline") : refusal(other)}
          </Alert>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" size="lg" onClick={onBack}>
            {t("common.back")}
          </Button>
          <Button type="submit" size="lg" loading={isBusy} disabled={person.name.trim() === ""}>
            {t("counter.customer.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
