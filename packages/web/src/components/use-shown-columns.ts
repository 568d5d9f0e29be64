"use client";

import { useLocalStorage } from "@mantine/hooks";
import type { Column, ColumnChoice } from "./table-parts.ts";

/** Which columns a list shows, by their keys, where a person chose otherwise than the page. */
type Chosen = Readonly<Record<string, boolean>>;

/** The first column is always shown, and so are the buttons of a row. */
const ACTIONS = "actions";

/** The columns of a list as they were chosen on this device. */
export function useShownColumns<Row>(
  name: string | undefined,
  columns: readonly Column<Row>[],
): { readonly columns: readonly Column<Row>[]; readonly choice: ColumnChoice | undefined } {
  const [chosen, setChosen] = useLocalStorage<Chosen>({
    key: `pos_columns_${name}`,
    defaultValue: {},
    deserialize: read,
  });
  if (name === undefined) return { columns: columns.filter(({ isExtra }) => isExtra !== true), choice: undefined };
  const isShown = ({ key, isExtra }: Column<Row>) => chosen[key] ?? isExtra !== true;
  const choosable = columns.filter(({ key }, index) => index > 0 && key !== ACTIONS);
  return {
    columns: columns.filter((column) => !choosable.includes(column) || isShown(column)),
    choice: {
      columns: choosable.map((column) => ({ key: column.key, label: column.label, isShown: isShown(column) })),
      show: (key, isNowShown) => setChosen({ ...chosen, [key]: isNowShown }),
    },
  };
}

/** What another version or a person wrote there and is not understood counts as no choice: the list shows what it shows at first. */
function read(text: string | undefined): Chosen {
  try {
    const parsed: unknown = JSON.parse(text ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).filter(([, isShown]) => typeof isShown === "boolean"));
  } catch {
    return {};
  }
}
