import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconReceiptTax } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/tax",
  label: "nav.tax",
  icon: IconReceiptTax,
  position: 82,
  permission: "tax:write",
};
