import { prefix, settings } from "./settings";

const { alarmEmail, monthlyBudgetDollars } = settings;

/** Notifies at 80 per cent of the budget and when the month's forecast exceeds it. Nothing is switched off. */
new aws.budgets.Budget("Budget", {
  name: prefix,
  budgetType: "COST",
  timeUnit: "MONTHLY",
  limitAmount: String(monthlyBudgetDollars),
  limitUnit: "USD",
  costFilters: [{ name: "TagKeyValue", values: [`user:stage$${$app.stage}`] }],
  notifications:
    alarmEmail === undefined
      ? []
      : [
          { notificationType: "ACTUAL", threshold: 80 },
          { notificationType: "FORECASTED", threshold: 100 },
        ].map((notification) => ({
          ...notification,
          comparisonOperator: "GREATER_THAN",
          thresholdType: "PERCENTAGE",
          subscriberEmailAddresses: [alarmEmail],
        })),
});
