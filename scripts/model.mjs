import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { modelOf, readInputs, SIZES } from "./model/model.mjs";
import { COST_DOCUMENT, textOf, withFigures } from "./model/text.mjs";
import { checkNode, stop } from "./prepare.mjs";

/**
 * `npm run model`: what so many terminals cost a month and which limit comes first, from what was measured and AWS's list prices.
 * `-- --terminals 500 --sales-per-day 300 --region us-east-1 --json`; `-- --update` writes the figures into docs/cost.md.
 */
checkNode();
try {
  const { values } = parseArgs({
    options: {
      terminals: { type: "string", multiple: true },
      "sales-per-day": { type: "string" },
      region: { type: "string" },
      json: { type: "boolean" },
      update: { type: "boolean" },
    },
  });
  const inputs = readInputs();
  if (values.update) writeFileSync(COST_DOCUMENT, withFigures(readFileSync(COST_DOCUMENT, "utf8"), inputs));
  const sizes = values.terminals?.map((text) => numberOf(text, "terminals")) ?? SIZES;
  const perDay = values["sales-per-day"];
  const load = perDay === undefined ? {} : { salesPerTerminalAndDay: numberOf(perDay, "sales-per-day") };
  const region = values.region === undefined ? {} : { region: values.region };
  const models = sizes.map((terminals) => modelOf(inputs, { terminals, load, ...region }));
  console.log(values.json ? JSON.stringify(models, null, 2) : textOf(models));
} catch (error) {
  stop(error.message);
}

function numberOf(text, name) {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`--${name} is a whole number from 1, not "${text}".`);
  return Number(text);
}
