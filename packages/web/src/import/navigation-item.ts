import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconTableImport } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/import",
  label: "nav.import",
  icon: IconTableImport,
  position: 48,
  permission: "stock:write",
};
