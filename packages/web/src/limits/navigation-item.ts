import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconShieldCheck } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/limits",
  label: "nav.limits",
  icon: IconShieldCheck,
  position: 90,
  permission: "merchant:write",
};
