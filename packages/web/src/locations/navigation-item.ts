import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconMapPin } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/locations",
  label: "nav.locations",
  icon: IconMapPin,
  position: 84,
  permission: "location:write",
};
