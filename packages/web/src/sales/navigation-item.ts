import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconReceipt } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/sales",
  label: "nav.sales",
  icon: IconReceipt,
  position: 20,
  isOnPhones: true,
};
