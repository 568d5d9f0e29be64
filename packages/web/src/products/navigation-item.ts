import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconTag } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/products",
  label: "nav.products",
  icon: IconTag,
  position: 30,
  isOnPhones: true,
};
