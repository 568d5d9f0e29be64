import { readFileSync, writeFileSync } from "node:fs";
import { readWords } from "./command-line.mjs";
import { modelOf, readInputs, SIZES } from "./model/model.mjs";
import { COST_DOCUMENT, textOf, withFigures } from "./model/text.mjs";
import { checkNode, stop } from "./prepare.mjs";

/**
 * `npm run model`: the monthly cost of a number of terminals and the first limit reached, from measurements and AWS's
 * list prices. `-- --terminals 500 --sales-per-day 300 --region us-east-1 --json`; `-- --update` writes the figures
 * into docs/cost.md.
 */
const { values, refuse } = readWords({
  usage: "npm run model --",
  about: "Computes the monthly cost on AWS for a number of terminals, and the limit that is reached first.",
  options: {
    terminals: { type: "whole", from: 1, multiple: true, help: "may be given several times" },
    "sales-per-day": { type: "whole", from: 1, help: "sales per terminal and day" },
    region: { type: "string", value: "REGION", help: "whose list prices, for example us-east-1" },
    json: { type: "boolean", help: "prints JSON" },
    update: { type: "boolean", help: "writes the figures into docs/cost.md" },
  },
});
checkNode();
try {
  const inputs = readInputs();
  if (values.update) writeFileSync(COST_DOCUMENT, withFigures(readFileSync(COST_DOCUMENT, "utf8"), inputs));
  const sizes = values.terminals.length > 0 ? values.terminals : SIZES;
  const perDay = values["sales-per-day"];
  const load = perDay === undefined ? {} : { salesPerTerminalAndDay: perDay };
  const region = values.region === undefined ? {} : { region: values.region };
  const models = sizes.map((terminals) => modelOf(inputs, { terminals, load, ...region }));
  console.log(values.json ? JSON.stringify(models, null, 2) : textOf(models));
} catch (error) {
  if (error instanceof RangeError) refuse(error.message);
  stop(error.message);
}
