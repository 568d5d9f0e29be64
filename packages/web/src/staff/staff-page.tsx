"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
import { LIST_POSITION } from "@pos/web/components/list-address.ts";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { SearchField } from "@pos/web/components/search-field.tsx";
import { type Address, useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import {
  DeactivateStaffDocument,
  ReactivateStaffDocument,
  StaffListDocument,
  type StaffRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { usePermission, useSession } from "@pos/web/session/session.tsx";
import { IconId, IconPlus } from "@tabler/icons-react";
import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { SecretDialog, type SecretKind } from "./secret-dialog.tsx";
import { StaffDialog } from "./staff-dialog.tsx";
import { staffColumns } from "./staff-table.tsx";

const FRESH = { additionalTypenames: ["Staff"] };

const STAFF_ADDRESS = { ...LIST_POSITION, search: parseAsString, state: parseAsStringLiteral(["inactive"]) };

type Opened =
  | { readonly dialog: "create" }
  | { readonly dialog: "edit"; readonly staff: StaffRowFragment }
  | { readonly dialog: SecretKind; readonly staff: StaffRowFragment };

/** Who works for the merchant, and how they sign in. */
export function StaffPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const { me, locations } = useSession();
  const canWrite = usePermission()("staff:write");
  const address = useAddress(STAFF_ADDRESS);
  const { variables, pagingOf } = usePages(address);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const switching = useSwitching();
  const { search } = address.state;
  const isActive = address.state.state === null;
  const [state, refetch] = useQuery({
    query: StaffListDocument,
    variables: { filter: { isActive, ...(search === null ? {} : { search }) }, ...variables },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const close = () => setOpened(undefined);
  const create = canWrite ? (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpened({ dialog: "create" })}>
      {t("staff.create")}
    </Button>
  ) : null;
  const latest = (staff: StaffRowFragment) => latestOf(staff, state.data?.staffPage?.nodes, ({ id }) => id);
  const numbers = (state.data?.staffPage?.nodes ?? []).flatMap(({ operatorNumber }) => operatorNumber ?? []);
  return (
    <>
      <PageHeader title={t("nav.staff")} lead={t("staff.lead")}>
        {create}
      </PageHeader>
      <StaffFilters address={address} />
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ staffPage }) =>
          staffPage === null || staffPage.nodes.length === 0 ? (
            <EmptyState
              icon={<IconId />}
              title={t(search === null ? "staff.noneInactiveTitle" : "staff.notFoundTitle")}
              text={t(search === null ? "staff.noneInactiveText" : "staff.notFoundText")}
            />
          ) : (
            <DataTable
              name="staff"
              caption={t("nav.staff")}
              columns={staffColumns(i18n, {
                canWrite,
                ownId: me.staffId,
                withLocations: locations.length > 1,
                open: (dialog, staff) => setOpened({ dialog, staff }),
                switchTo: switching,
              })}
              rows={staffPage.nodes}
              paging={pagingOf(staffPage.pageInfo)}
              sorting={sortingOf(address)}
              keyOf={({ id }) => id}
            />
          )
        }
      </QueryResult>
      {opened?.dialog === "create" && <StaffDialog takenNumbers={numbers} onClose={close} />}
      {opened?.dialog === "edit" && <StaffDialog staff={latest(opened.staff)} takenNumbers={numbers} onClose={close} />}
      {(opened?.dialog === "pin" || opened?.dialog === "password") && (
        <SecretDialog kind={opened.dialog} staff={opened.staff} onClose={close} />
      )}
    </>
  );
}

function StaffFilters({ address }: { readonly address: Address<inferParserType<typeof STAFF_ADDRESS>> }) {
  const { t } = useI18n();
  return (
    <Filters>
      <SearchField address={address} label={t("staff.search")} />
      <SegmentedControl
        aria-label={t("sales.state")}
        value={address.state.state ?? "active"}
        onChange={(value) => address.set({ state: value === "inactive" ? value : null })}
        data={[
          { value: "active", label: t("staff.active") },
          { value: "inactive", label: t("staff.inactive") },
        ]}
      />
    </Filters>
  );
}

/** Takes a person out of use, after a question, or back. */
function useSwitching(): (staff: StaffRowFragment) => void {
  const { t } = useI18n();
  const confirm = useConfirm();
  const tell = useOutcome();
  const [, deactivate] = useMutation(DeactivateStaffDocument);
  const [, reactivate] = useMutation(ReactivateStaffDocument);
  return async ({ id, name, version, isActive }) => {
    const input = { staffId: id, version };
    if (!isActive) {
      const result = await reactivate({ input });
      if (tell(result, result.data?.reactivateStaff.userErrors))
        notifications.show({ message: t("staff.reactivated", { name }), color: "pine" });
      return;
    }
    const question = {
      title: t("staff.deactivateTitle", { name }),
      text: t("staff.deactivateText"),
      action: t("staff.deactivate"),
    };
    if (!(await confirm(question))) return;
    const result = await deactivate({ input });
    if (tell(result, result.data?.deactivateStaff.userErrors))
      notifications.show({ message: t("staff.deactivated", { name }), color: "pine" });
  };
}
