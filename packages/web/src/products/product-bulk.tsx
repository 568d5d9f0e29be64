"use client";

import { Button, Select } from "@mantine/core";
import { BulkBar } from "@pos/web/components/bulk-bar.tsx";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useUndo } from "@pos/web/components/undo.tsx";
import { useBulk } from "@pos/web/components/use-bulk.ts";
import {
  CatalogChoicesDocument,
  PatchProductDocument,
  type PatchProductInput,
  type ProductRowFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation, useQuery } from "urql";

type Patch = Omit<PatchProductInput, "productId" | "version">;

/** A change of many products: what it sets, and what each of them had. */
interface BulkChange {
  readonly question: { readonly title: string; readonly text: string; readonly action: string };
  readonly patch: Patch;
  readonly before: (product: ProductRowFragment) => Patch;
}

export interface ProductBulkProps {
  readonly products: readonly ProductRowFragment[];
  readonly onDone: () => void;
}

/** Archives, restores or files many products at once, after a question; it can be taken back. */
export function ProductBulk({ products, onDone }: ProductBulkProps) {
  const { t } = useI18n();
  const { progress, change } = useProductChanges(products, onDone);
  const count = products.length;
  const isArchived = products.every(({ isDiscontinued }) => isDiscontinued);
  const archive = () =>
    change({
      question: {
        title: t(isArchived ? "bulk.restoreTitle" : "bulk.archiveTitle", { count }),
        text: t(isArchived ? "bulk.restoreText" : "products.archiveText"),
        action: t(isArchived ? "products.restore" : "products.archive"),
      },
      patch: { isDiscontinued: !isArchived },
      before: ({ isDiscontinued }) => ({ isDiscontinued }),
    });
  const set = (name: string, patch: Patch, before: BulkChange["before"]) => {
    const question = {
      title: t("bulk.changeTitle", { count, name }),
      text: t("bulk.changeText"),
      action: t("bulk.change"),
    };
    return change({ question, patch, before });
  };
  return (
    <BulkBar count={count} progress={progress} onClear={onDone}>
      <Button size="xs" variant="default" onClick={() => void archive()}>
        {t(isArchived ? "products.restore" : "products.archive")}
      </Button>
      <Choices
        onCategory={(id, name) =>
          void set(name, { categoryId: id }, ({ category }) => ({ categoryId: category?.id ?? null }))
        }
        onTax={(id, name) => void set(name, { taxCodeId: id }, ({ taxCode }) => ({ taxCodeId: taxCode.id }))}
      />
    </BulkBar>
  );
}

type Chosen = (id: string, name: string) => void;

function Choices({ onCategory, onTax }: { readonly onCategory: Chosen; readonly onTax: Chosen }) {
  const { t } = useI18n();
  const [{ data }] = useQuery({ query: CatalogChoicesDocument });
  const choice = (label: string, rows: readonly { readonly id: string; readonly name: string }[], choose: Chosen) => (
    <Select
      size="xs"
      w={190}
      aria-label={label}
      placeholder={label}
      searchable
      nothingFoundMessage={t("products.notFoundTitle")}
      data={rows.map(({ id, name }) => ({ value: id, label: name }))}
      // It is a command: nothing stays chosen.
      value={null}
      onChange={(id, option) => id !== null && choose(id, option?.label ?? "")}
    />
  );
  return (
    <>
      {choice(t("bulk.setCategory"), data?.categories ?? [], onCategory)}
      {choice(t("bulk.setTax"), data?.taxCodes ?? [], onTax)}
    </>
  );
}

function useProductChanges(products: readonly ProductRowFragment[], onDone: () => void) {
  const { t } = useI18n();
  const confirm = useConfirm();
  const offerUndo = useUndo();
  const { progress, run } = useBulk();
  const [, patchProduct] = useMutation(PatchProductDocument);
  const send = async (productId: string, version: number, patch: Patch) => {
    const { data, error } = await patchProduct({ input: { productId, version, ...patch } });
    const answer = data?.patchProduct;
    return { error, refused: answer?.userErrors, version: answer?.product?.version ?? version };
  };
  async function change({ question, patch, before }: BulkChange) {
    if (!(await confirm(question))) return;
    const done = await run(products, ({ id, version }) => send(id, version, patch));
    onDone();
    if (done.length === 0) return;
    const undo = async () => {
      await run(done, ({ row, changed }) => send(row.id, changed.version, before(row)));
    };
    offerUndo({ id: "bulk", title: t("bulk.changed", { count: done.length }), undo });
  }
  return { progress, change };
}
