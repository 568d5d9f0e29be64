"use client";

import { Button, Group, SegmentedControl } from "@mantine/core";
import { type Column, DataTable } from "@pos/web/components/data-table.tsx";
import { EmptyState } from "@pos/web/components/empty-state.tsx";
import { Filters } from "@pos/web/components/filters.tsx";
import { latestOf } from "@pos/web/components/latest-of.ts";
import { ARCHIVE_ADDRESS } from "@pos/web/components/list-address.ts";
import { PageHeader } from "@pos/web/components/page-header.tsx";
import { QueryResult } from "@pos/web/components/query-result.tsx";
import { useAddress } from "@pos/web/components/use-address.ts";
import { sortingOf, usePages } from "@pos/web/components/use-pages.ts";
import { CategoriesDocument, type CategoryRowFragment } from "@pos/web/graphql/generated/graphql.ts";
import { type I18n, useI18n } from "@pos/web/i18n/provider.tsx";
import { IconCategory, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useQuery } from "urql";
import { CategoryDialog } from "./category-dialog.tsx";
import { useArchiveCategory } from "./use-archive.ts";

const FRESH = { additionalTypenames: ["Category", "Product"] };

export function CategoriesPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const address = useAddress(ARCHIVE_ADDRESS);
  const { variables, pagingOf } = usePages(address);
  const isDiscontinued = address.state.show === "archived";
  const [editing, setEditing] = useState<"new" | CategoryRowFragment | undefined>(undefined);
  const archive = useArchiveCategory();
  const [state, refetch] = useQuery({
    query: CategoriesDocument,
    variables: { isDiscontinued, ...variables },
    requestPolicy: "cache-and-network",
    context: FRESH,
  });
  const close = () => setEditing(undefined);
  const latest = (one: CategoryRowFragment) => latestOf(one, state.data?.categoriesPage?.nodes, ({ id }) => id);
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing("new")}>
      {t("categories.create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("nav.categories")} lead={t("categories.lead")}>
        {create}
      </PageHeader>
      <Filters>
        <SegmentedControl
          aria-label={t("categories.show")}
          value={isDiscontinued ? "archived" : "active"}
          data={[
            { value: "active", label: t("categories.active") },
            { value: "archived", label: t("categories.archivedOnes") },
          ]}
          onChange={(value) => address.set({ show: value === "archived" ? value : null })}
        />
      </Filters>
      <QueryResult state={state} retry={() => refetch({ requestPolicy: "network-only" })}>
        {({ categoriesPage }) =>
          categoriesPage === null || categoriesPage.nodes.length === 0 ? (
            <EmptyState
              icon={<IconCategory />}
              title={t(isDiscontinued ? "categories.noneArchivedTitle" : "categories.emptyTitle")}
              text={t(isDiscontinued ? "categories.noneArchivedText" : "categories.emptyText")}
            >
              {isDiscontinued ? null : create}
            </EmptyState>
          ) : (
            <DataTable
              name="categories"
              caption={t("nav.categories")}
              columns={columns(i18n, {
                rename: setEditing,
                archive: (category) => void archive(category),
              })}
              rows={categoriesPage.nodes}
              keyOf={({ id }) => id}
              hrefOf={({ id }) => `/products?category=${id}`}
              paging={pagingOf(categoriesPage.pageInfo)}
              sorting={sortingOf(address)}
            />
          )
        }
      </QueryResult>
      {editing !== undefined && (
        <CategoryDialog {...(editing === "new" ? {} : { category: latest(editing) })} onClose={close} />
      )}
    </>
  );
}

interface Actions {
  readonly rename: (category: CategoryRowFragment) => void;
  readonly archive: (category: CategoryRowFragment) => void;
}

function columns({ t, format }: I18n, { rename, archive }: Actions): Column<CategoryRowFragment>[] {
  return [
    {
      key: "name",
      label: t("categories.name"),
      onPhone: "title",
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: "products",
      label: t("categories.products"),
      align: "end",
      cell: ({ productCount }) => format.decimal(String(productCount)),
      sortBy: ({ productCount }) => productCount,
    },
    {
      key: "department",
      label: t("categories.byAmount"),
      cell: ({ departmentTaxCode }) => departmentTaxCode?.name,
      sortBy: ({ departmentTaxCode }) => departmentTaxCode?.name,
    },
    {
      key: "actions",
      label: t("common.actions"),
      align: "end",
      onPhone: "plain",
      cell: (category) => (
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button size="xs" variant="default" onClick={() => rename(category)}>
            {t("categories.rename")}
          </Button>
          <Button size="xs" variant="default" onClick={() => archive(category)}>
            {t(category.isDiscontinued ? "categories.restore" : "categories.archive")}
          </Button>
        </Group>
      ),
    },
  ];
}
