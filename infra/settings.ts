import { parseSettings } from "./settings-rules";

/** What differs between stages and merchants: said by the environment of whoever deploys (docs/deploy.md lists the names). */
export const settings = parseSettings($app.stage, process.env);

/** What every name of this stage begins with. */
export const prefix = `${$app.name}-${$app.stage}`;

export const region = aws.getRegionOutput().region;
export const account = aws.getCallerIdentityOutput().accountId;
