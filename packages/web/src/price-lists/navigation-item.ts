import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconTags } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/price-lists",
  label: "nav.priceLists",
  icon: IconTags,
  position: 25,
  permission: "price-list:write",
};
