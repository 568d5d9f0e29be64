export const messages = {
  "nav.home": "Home",
  "home.title": "Today at {location}",
  "home.titleOfAll": "Today at all locations",
  "home.bestSellers": "Best sellers, last 7 days",
  "home.noBestSellers": "No sales in the last 7 days.",
  "home.pieces": "{count} sold, less returns",
  "home.lowStock": "Low stock",
  "home.noLowStock": "Nothing is below its low stock level.",
  "home.reorderAt": "{sku} · low below {point}",
  "home.exceptions": "Open exceptions",
  "home.allExceptions": "View all",
  "home.shortPin": "Your PIN has fewer than six digits and is easy to guess. Change it under Account.",
  "home.shortPins":
    "These owners and managers have PINs of fewer than six digits, which are easy to guess: {names}. Reset them under Staff.",
  "home.welcomeText": "Totals are visible to managers only. You can still see your location's sales.",
} as const;
