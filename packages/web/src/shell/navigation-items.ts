import type { Permission } from "@pos/core/generated/names.ts";
import type { MessageKey } from "@pos/messages/catalogue.ts";
import type { ComponentType } from "react";

/** An item of the dashboard's navigation: each screen declares its own in `navigation-item.ts`. */
export interface NavigationItem {
  readonly path: string;
  readonly label: Exclude<MessageKey & `nav.${string}`, "nav.openCount">;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Its order in the navigation. */
  readonly position: number;
  /** Absent: for every role. */
  readonly permission?: Permission;
  /** In the bar at the bottom of a phone; others are behind "More". */
  readonly isOnPhones?: true;
}
