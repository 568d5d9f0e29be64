import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconDiscount } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/promotions",
  label: "nav.promotions",
  icon: IconDiscount,
  position: 24,
  permission: "promotion:write",
};
