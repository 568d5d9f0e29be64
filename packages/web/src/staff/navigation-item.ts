import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconId } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/staff",
  label: "nav.staff",
  icon: IconId,
  position: 85,
  permission: "staff:read",
};
