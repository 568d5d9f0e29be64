import { parseSettings } from "./settings-rules";

/**
 * Settings that differ between stages and merchants, from the deployer's environment (docs/deploy.md lists the names).
 */
export const settings = parseSettings($app.stage, process.env);

/** The prefix of all names of this stage. */
export const prefix = `${$app.name}-${$app.stage}`;

export const region = aws.getRegionOutput().region;
export const account = aws.getCallerIdentityOutput().accountId;
