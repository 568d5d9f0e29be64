import { prefix, settings } from "./settings";

const { alarmEmail, monthlyBudgetDollars } = settings;

/** Told at four fifths of what was spent, and once the month is foreseen to end above it. Nothing is switched off. */
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
