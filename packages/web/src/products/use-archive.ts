"use client";

import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { useUndo } from "@pos/web/components/undo.tsx";
import {
  PatchProductDocument,
  PatchVariantDocument,
  type ProductWholeFragment,
  type VariantWholeFragment,
} from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

export interface Archive {
  /** Archives what is sold, after a question; restores what is archived. */
  readonly product: (product: ProductWholeFragment) => Promise<void>;
  readonly variant: (variant: VariantWholeFragment) => Promise<void>;
}

/** A record at a version, and how it is archived or restored. */
interface Archivable {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly isArchived: boolean;
  /** Returns the version after the change; undefined if it was refused, which is shown. */
  readonly set: (version: number, isDiscontinued: boolean) => Promise<number | undefined>;
}

export function useArchive(): Archive {
  const { t } = useI18n();
  const confirm = useConfirm();
  const showOutcome = useOutcome();
  const offerUndo = useUndo();
  const [, patchProduct] = useMutation(PatchProductDocument);
  const [, patchVariant] = useMutation(PatchVariantDocument);

  async function change({ id, name, version, isArchived, set }: Archivable) {
    const restored = () => notifications.show({ message: t("products.restored", { name }), color: "pine" });
    if (isArchived) {
      if ((await set(version, false)) !== undefined) restored();
      return;
    }
    const question = {
      title: t("products.archiveTitle", { name }),
      text: t("products.archiveText"),
      action: t("products.archive"),
    };
    if (!(await confirm(question))) return;
    const archived = await set(version, true);
    if (archived === undefined) return;
    const undo = async () => {
      if ((await set(archived, false)) !== undefined) restored();
    };
    offerUndo({ id: `archive-${id}`, title: t("products.archived", { name }), undo });
  }
  return {
    product: ({ id, name, version, isDiscontinued: isArchived }) =>
      change({
        ...{ id, name, version, isArchived },
        async set(at, isDiscontinued) {
          const result = await patchProduct({ input: { productId: id, version: at, isDiscontinued } });
          const answer = result.data?.patchProduct;
          return showOutcome(result, answer?.userErrors) ? answer?.product?.version : undefined;
        },
      }),
    variant: ({ id, title: name, version, discontinuedAt }) =>
      change({
        ...{ id, name, version, isArchived: discontinuedAt !== null },
        async set(at, isDiscontinued) {
          const result = await patchVariant({ input: { variantId: id, version: at, isDiscontinued } });
          const answer = result.data?.patchVariant;
          return showOutcome(result, answer?.userErrors) ? answer?.variant?.version : undefined;
        },
      }),
  };
}
