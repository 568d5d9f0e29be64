export const messages = {
  "nav.home": "Home",
  "home.title": "Today at {location}",
  "home.lastWeek": "{value} by {time} a week ago",
  "home.hour": "Hour",
  "home.today": "Today",
  "home.weekAgo": "A week ago, the whole day",
  "home.most": "Highest: {value}",
  "home.noHours": "Nothing was sold today or a week ago.",
  "home.bestSellers": "Best sellers of seven days, with tax",
  "home.noBestSellers": "Nothing was sold in these days.",
  "home.pieces": "{count} sold, less returns",
  "home.lowStock": "Low stock",
  "home.noLowStock": "No level is below its reorder point.",
  "home.reorderAt": "{sku} · reorder point {point}",
  "home.exceptions": "Open exceptions",
  "home.allExceptions": "Show all",
  "home.shortPin":
    "Your PIN for terminals has fewer than six digits. It is easier to guess than it should be: ask for a new one.",
  "home.shortPins":
    "These owners and managers have PINs of fewer than six digits, which are easier to guess than they should be: {names}.",
  "home.welcomeText": "Figures are for managers. The sales of your location are in the list.",
} as const;
