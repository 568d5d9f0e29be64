/**
 * An evaluated stage as the checks read it. Types are the last part of Pulumi's, under their service: `lambda
 * Function`.
 */
export function viewOf({ app, resources, bundles }) {
  const all = (kind) => resources.filter(({ type }) => kindOf(type) === kind);
  const functions = Object.fromEntries(
    all("lambda Function").map(({ inputs }) => [inputs.name.split("-").at(-1), inputs]),
  );
  return {
    ...{ app, bundles, functions, all },
    stage: app.stage,
    isProduction: app.stage === "production",
    one(kind, name) {
      const found = all(kind).filter((resource) => resource.name === name);
      return found.length === 1 ? found[0].inputs : {};
    },
    /** The statements of a function's own policy. */
    statementsOf(name) {
      const role = all("iam Role").find((resource) => functions[name]?.role?.endsWith(`/${resource.name}`));
      return (role?.inputs.inlinePolicies ?? []).flatMap(({ policy }) => JSON.parse(policy).Statement);
    },
    roleOf: (name) =>
      all("iam Role").find((resource) => functions[name]?.role?.endsWith(`/${resource.name}`))?.inputs ?? {},
    alarms: all("cloudwatch MetricAlarm").map(({ inputs }) => ({
      ...inputs,
      short: inputs.name.replace(`pos-${app.stage}-`, ""),
    })),
  };
}

function kindOf(type) {
  const [provider, place = "", kind = ""] = type.split(":");
  return provider === "aws" ? `${place.split("/")[0]} ${kind}` : type;
}
