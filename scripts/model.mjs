import { readFileSync, writeFileSync } from "node:fs";
import { readWords, refuseWords, wholeNumber } from "./command-line.mjs";
import { modelOf, readInputs, SIZES } from "./model/model.mjs";
import { COST_DOCUMENT, textOf, withFigures } from "./model/text.mjs";
import { checkNode, stop } from "./prepare.mjs";

/**
 * `npm run model`: the monthly cost of a number of terminals and the first limit reached, from measurements and AWS's
 * list prices. `-- --terminals 500 --sales-per-day 300 --region us-east-1 --json`; `-- --update` writes the figures
 * into docs/cost.md.
 */
const HELP = `
Usage: npm run model -- [--terminals N]... [--sales-per-day N] [--region REGION] [--json] [--update]

Computes the monthly cost on AWS for a number of terminals, and the limit that is reached first.

  --terminals N       may be given several times
  --sales-per-day N   sales per terminal and day
  --region REGION     whose list prices, for example us-east-1
  --json              prints JSON
  --update            writes the figures into docs/cost.md
  --help              prints this`;
const { values } = readWords(HELP, {
  options: {
    terminals: { type: "string", multiple: true },
    "sales-per-day": { type: "string" },
    region: { type: "string" },
    json: { type: "boolean" },
    update: { type: "boolean" },
  },
});
checkNode();
try {
  const inputs = readInputs();
  if (values.update) writeFileSync(COST_DOCUMENT, withFigures(readFileSync(COST_DOCUMENT, "utf8"), inputs));
  const sizes = values.terminals?.map((text) => wholeNumber(text, "terminals")) ?? SIZES;
  const perDay = values["sales-per-day"];
  const load = perDay === undefined ? {} : { salesPerTerminalAndDay: wholeNumber(perDay, "sales-per-day") };
  const region = values.region === undefined ? {} : { region: values.region };
  const models = sizes.map((terminals) => modelOf(inputs, { terminals, load, ...region }));
  console.log(values.json ? JSON.stringify(models, null, 2) : textOf(models));
} catch (error) {
  if (error instanceof RangeError) refuseWords(error.message, HELP);
  stop(error.message);
}
