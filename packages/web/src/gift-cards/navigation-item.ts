import type { NavigationItem } from "@pos/web/shell/navigation-items.ts";
import { IconGiftCard } from "@tabler/icons-react";

export const navigationItem: NavigationItem = {
  path: "/gift-cards",
  label: "nav.giftCards",
  icon: IconGiftCard,
  position: 23,
  permission: "gift-card:read",
};
