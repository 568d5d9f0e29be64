import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconAlertTriangle } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/exceptions",
  label: "nav.exceptions",
  icon: IconAlertTriangle,
  position: 60,
  permission: "exception:read",
};
