import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconFileText } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/quotes",
  label: "nav.quotes",
  icon: IconFileText,
  position: 21,
  permission: "sale:quote",
};
