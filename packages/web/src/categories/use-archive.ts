"use client";

import { notifications } from "@mantine/notifications";
import { useConfirm } from "@pos/web/components/confirm.tsx";
import { useOutcome } from "@pos/web/components/outcome.ts";
import { useUndo } from "@pos/web/components/undo.tsx";
import { type CategoryRowFragment, UpdateCategoryDocument } from "@pos/web/graphql/generated/graphql.ts";
import { useI18n } from "@pos/web/i18n/provider.tsx";
import { useMutation } from "urql";

/** Archives a category, or restores it. */
export function useArchiveCategory(): (category: CategoryRowFragment) => Promise<void> {
  const { t } = useI18n();
  const confirm = useConfirm();
  const showOutcome = useOutcome();
  const offerUndo = useUndo();
  const [, update] = useMutation(UpdateCategoryDocument);

  async function set({ id, version }: CategoryRowFragment, isDiscontinued: boolean) {
    const result = await update({ input: { categoryId: id, version, isDiscontinued } });
    const answer = result.data?.updateCategory;
    return showOutcome(result, answer?.userErrors) ? (answer?.category ?? undefined) : undefined;
  }
  async function restore(category: CategoryRowFragment) {
    if (await set(category, false))
      notifications.show({ message: t("categories.restored", { name: category.name }), color: "pine" });
  }
  return async (category) => {
    const { id, name, productCount: count } = category;
    if (category.isDiscontinued) return restore(category);
    const question = {
      title: t("categories.archiveTitle", { name }),
      text: t("categories.archiveText", { count }),
      action: t("categories.archive"),
    };
    if (!(await confirm(question))) return;
    const archived = await set(category, true);
    if (archived)
      offerUndo({
        id: `category-${id}`,
        title: t("categories.archived", { name }),
        undo: () => restore(archived),
      });
  };
}
