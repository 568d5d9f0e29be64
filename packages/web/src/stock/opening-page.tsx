"use client";

import { Anchor, Button, Paper, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { LIMITS } from "@pos/core/base/limits.ts";
import { newId, now } from "@pos/web/clock.ts";
import { AppLink } from "@pos/web/components/app-link.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { FormElement } from "@pos/web/components/form-element.tsx";
import { useLeaveGuard } from "@pos/web/components/leaving.ts";
import { NumberTextInput } from "@pos/web/components/number-input.tsx";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { QUANTITY, typedDecimal } from "@pos/web/components/typed-number.ts";
import { useAddress } from "@pos/web/components/use-address.ts";
import { useChecks } from "@pos/web/components/use-checks.ts";
import { useSubmitForm } from "@pos/web/components/use-submit-form.ts";
import {
  RecordOpeningStockDocument,
  type UnrecordedArticleFragment,
  UnrecordedArticlesDocument,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconPackageImport } from "@tabler/icons-react";
import { parseAsString } from "nuqs";
import { useState } from "react";
import { useMutation, useQuery } from "urql";

const ROWS = 100;

const OPENING_ADDRESS = { search: parseAsString };

/** What is typed for an article. */
interface Typed {
  readonly quantity: string;
  /** Null: as proposed, which is not sent. */
  readonly cost: string | null;
}

interface Values {
  /** By the id of the variant. */
  readonly typed: Readonly<Record<string, Typed>>;
}

const EMPTY: Values = { typed: {} };

/** The goods that were there when the shop began: many articles in one posting, with their costs. */
export function OpeningPage() {
  const { t } = useI18n();
  const { location } = useSession();
  const address = useAddress(OPENING_ADDRESS);
  const { search } = address.state;
  const [recorded, setRecorded] = useState<ReadonlySet<string>>(new Set());
  const [state, refetch] = useQuery({
    query: UnrecordedArticlesDocument,
    variables: { locationId: location.id, search, first: ROWS, after: null },
    requestPolicy: "network-only",
  });
  // Booking follows a moment later: what was just recorded is not offered again.
  const rows = (state.data?.stockLevels?.nodes ?? []).filter(({ variant }) => !recorded.has(variant.id));
  const opening = useOpening(rows[0]?.variant.id, (ids) => {
    setRecorded(new Set([...recorded, ...ids]));
    refetch({ requestPolicy: "network-only" });
  });
  return (
    <>
      <Anchor component={AppLink} href="/stock" size="sm">
        ← {t("nav.stock")}
      </Anchor>
      <PageHeader title={t("opening.title")} lead={t("opening.lead", { location: location.name })}>
        <Button loading={opening.form.isSending} disabled={rows.length === 0} onClick={opening.form.submit}>
          {t("opening.save", { count: opening.count })}
        </Button>
      </PageHeader>
      <Filters>
        <SearchField address={address} label={t("products.search")} />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ stockLevels }) =>
          rows.length === 0 ? (
            <EmptyState icon={<IconPackageImport />} title={t("opening.emptyTitle")} text={t("opening.emptyText")} />
          ) : (
            <FormElement form={opening.form} label={t("opening.title")} buttons={null}>
              <OpeningTable rows={rows} opening={opening} />
              {stockLevels?.pageInfo.hasNextPage === true && (
                <Text size="sm" c="dimmed">
                  {t("opening.manyText", { count: ROWS })}
                </Text>
              )}
            </FormElement>
          )
        }
      </QueryResult>
    </>
  );
}

type Line = { readonly variant: { readonly id: string }; readonly quantity: string; readonly unitCost?: string };

/** The lines that have a quantity. */
function filledLines({ typed }: Values, currency: string): Line[] {
  const lines = Object.entries(typed).flatMap(([id, { quantity, cost }]): Line[] => {
    const count = typedDecimal(quantity, QUANTITY);
    const unitCost = typedDecimal(cost ?? "", costKind(currency));
    if (count === undefined || count === "0") return [];
    return [{ variant: { id }, quantity: count, ...(unitCost === undefined ? {} : { unitCost }) }];
  });
  return lines.slice(0, LIMITS.saleLinesMax);
}

function costKind(currency: string) {
  return { kind: "money", currency, hasFractions: true } as const;
}

type Opening = ReturnType<typeof useOpening>;

/**
 * The form of all rows. Its lines are recorded under one id until they are recorded: pressing the button again records
 * nothing twice.
 * @param firstId the variant of the first row, which shows that nothing is filled in
 */
function useOpening(firstId: string | undefined, onRecorded: (ids: readonly string[]) => void) {
  const { t } = useI18n();
  const { location, me } = useSession();
  const checks = useChecks();
  const { currency } = me;
  const [sent, setSent] = useState<{ readonly id: string; readonly occurredAt: string } | undefined>(undefined);
  const [, record] = useMutation(RecordOpeningStockDocument);
  const { form, values, errors, change, restart } = useSubmitForm({
    initialValues: EMPTY,
    check(filled) {
      const problems = Object.entries(filled.typed).flatMap(([id, { quantity, cost }]) => [
        [nameOf(id, "quantity"), checks.optionalNumber(quantity, QUANTITY)] as const,
        [nameOf(id, "unitCost"), checks.optionalNumber(cost ?? "", costKind(currency))] as const,
      ]);
      const isEmpty =
        problems.every(([, problem]) => problem === undefined) && filledLines(filled, currency).length === 0;
      return isEmpty && firstId !== undefined
        ? { [nameOf(firstId, "quantity")]: t("opening.nothing") }
        : Object.fromEntries(problems);
    },
    async send(filled) {
      const header = sent ?? { id: newId("ops"), occurredAt: now() };
      setSent(header);
      const lines = filledLines(filled, currency);
      const result = await record({ input: { ...header, locationId: location.id, lines } });
      // Without an answer the same request is sent again.
      if (result.error === undefined) setSent(undefined);
      return result;
    },
    rename(path, filled) {
      const [list, index, name] = path.split(".");
      const line = filledLines(filled, currency)[Number(index)];
      return list === "lines" && line ? nameOf(line.variant.id, name ?? "") : path;
    },
    onSaved(_, filled) {
      const ids = filledLines(filled, currency).map(({ variant }) => variant.id);
      notifications.show({ message: t("opening.saved", { count: ids.length }), color: "pine" });
      restart(EMPTY);
      onRecorded(ids);
    },
  });
  useLeaveGuard(form.isDirty, form.reset);
  return {
    ...{ form, count: filledLines(values, currency).length, typed: values.typed },
    errorOf: (id: string, name: "quantity" | "unitCost") => errors[nameOf(id, name)],
    type: (id: string, next: Typed) =>
      change({ typed: { ...values.typed, [id]: next } }, nameOf(id, "quantity"), nameOf(id, "unitCost")),
  };
}

function nameOf(variantId: string, field: string): string {
  return `${variantId}.${field}`;
}

interface TableProps {
  readonly rows: readonly UnrecordedArticleFragment[];
  readonly opening: Opening;
}

function OpeningTable(props: TableProps) {
  const { t } = useI18n();
  const showsCost = usePermission()("cost:read");
  return (
    <Paper withBorder px="sm">
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("products.product")}</Table.Th>
            <Table.Th>{t("sales.quantity")}</Table.Th>
            {showsCost && <Table.Th>{t("stock.unitCost")}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.rows.map((row) => (
            <OpeningRow key={row.variant.id} {...props} row={row} showsCost={showsCost} />
          ))}
        </Table.Tbody>
      </Table>
      {showsCost && (
        <Text size="sm" c="dimmed" py="xs">
          {t("opening.costHelp")}
        </Text>
      )}
    </Paper>
  );
}

function OpeningRow({
  row: { sku, variant },
  showsCost,
  opening,
}: TableProps & { readonly row: UnrecordedArticleFragment; readonly showsCost: boolean }) {
  const { t } = useI18n();
  const { me } = useSession();
  const { quantity = "", cost = null } = opening.typed[variant.id] ?? {};
  const name = variant.title;
  return (
    <Table.Tr>
      <Table.Td>
        {name}
        <Text size="xs" c="dimmed">
          {sku}
        </Text>
      </Table.Td>
      <Table.Td>
        <NumberTextInput
          kind={QUANTITY}
          isBare
          size="sm"
          maw={140}
          aria-label={t("opening.quantityOf", { name })}
          value={quantity}
          data-path={nameOf(variant.id, "quantity")}
          error={opening.errorOf(variant.id, "quantity")}
          onChange={(text) => opening.type(variant.id, { quantity: text, cost })}
        />
      </Table.Td>
      {showsCost && (
        <Table.Td>
          <NumberTextInput
            kind={costKind(me.currency)}
            isBare
            size="sm"
            maw={140}
            aria-label={t("opening.costOf", { name })}
            value={cost ?? variant.unitCost ?? ""}
            data-path={nameOf(variant.id, "unitCost")}
            error={opening.errorOf(variant.id, "unitCost")}
            onChange={(text) => opening.type(variant.id, { quantity, cost: text })}
          />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
