import type { Permission } from "@pos/core/generated/names.ts";
import type { MessageKey } from "@pos/messages/catalogue.ts";
import type { ComponentType } from "react";

/** An item of the dashboard's navigation: each screen declares its own in `navigation-item.ts`. */
export interface NavigationItem {
  readonly path: string;
  readonly label: Exclude<MessageKey & `nav.${string}`, "nav.openCount" | NavigationGroup>;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Its order in the navigation, and by that its group. */
  readonly position: number;
  /** Absent: for every role. */
  readonly permission?: Permission;
  /** In the bar at the bottom of a phone; others are behind "More". */
  readonly isOnPhones?: true;
}

type NavigationGroup = MessageKey & `nav.group.${string}`;

/** What an item belongs to, by its position: a group begins at one and ends before that of the next. */
const GROUPS: readonly { readonly from: number; readonly label: NavigationGroup | undefined }[] = [
  { from: 0, label: undefined },
  { from: 20, label: "nav.group.sell" },
  { from: 30, label: "nav.group.goods" },
  { from: 60, label: "nav.group.money" },
  { from: 80, label: "nav.group.setup" },
];

/** Items in their order, by group; a group without items is left out. */
export function groupsOf(items: readonly NavigationItem[]) {
  return GROUPS.map(({ from, label }, index) => {
    const end = GROUPS[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return { label, items: items.filter(({ position }) => position >= from && position < end) };
  }).filter((group) => group.items.length > 0);
}
