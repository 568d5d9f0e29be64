import type { Grant } from "./grants";
import { account, prefix, region, settings } from "./settings";

/**
 * The sender of reports. SES requires three DNS records for the domain: docs/deploy.md explains how to read them. A
 * stage without a sender sends no mail.
 */
export const mailEnvironment: { readonly [name: string]: string } = settings.sender
  ? { MAIL_FROM: settings.sender.from }
  : {};

export const mailGrants: Grant[] = settings.sender ? sendingFrom(settings.sender) : [];

function sendingFrom({ from, domain }: { readonly from: string; readonly domain: string }): Grant[] {
  const configuration = new aws.sesv2.ConfigurationSet("MailConfiguration", {
    configurationSetName: prefix,
    deliveryOptions: { tlsPolicy: "REQUIRE" },
    reputationOptions: { reputationMetricsEnabled: true },
    // Recipients who complained or do not exist are suppressed.
    suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
  new aws.sesv2.EmailIdentity("MailIdentity", {
    emailIdentity: domain,
    configurationSetName: configuration.configurationSetName,
  });
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from;
  return [
    {
      actions: ["ses:SendEmail", "ses:SendRawEmail"],
      resources: [
        $interpolate`arn:aws:ses:${region}:${account}:identity/${domain}`,
        $interpolate`arn:aws:ses:${region}:${account}:configuration-set/${prefix}`,
      ],
      conditions: [{ test: "StringEquals", variable: "ses:FromAddress", values: [address] }],
    },
  ];
}
