import { settings } from "./settings";

interface Keeping {
  /** Overwritten and deleted versions are kept for 30 days. */
  readonly versions?: boolean;
  readonly expiresAfterDays?: number;
}

/** Data too large for the table, and dead-letter records. Private, encrypted, and accessible only over TLS. */
export const buckets = {
  images: privateBucket("Images", { versions: true }),
  exports: privateBucket("Exports", { expiresAfterDays: 30 }),
  reports: privateBucket("Reports", { versions: true }),
  /** Dead-letter records of stream consumers, with the batches' records. */
  failures: privateBucket("Failures", { versions: true, expiresAfterDays: 180 }),
};

function privateBucket(name: string, { versions = false, expiresAfterDays }: Keeping): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket(name, {
    cors: false,
    enforceHttps: true,
    versioning: versions,
    transform: { bucket: { forceDestroy: !settings.isProduction } },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}Encryption`, {
    bucket: bucket.name,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  new aws.s3.BucketLifecycleConfiguration(`${name}Lifecycle`, {
    bucket: bucket.name,
    rules: [
      {
        id: "keep",
        status: "Enabled",
        filter: { prefix: "" },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
        ...(versions ? { noncurrentVersionExpiration: { noncurrentDays: 30 } } : {}),
        ...(expiresAfterDays === undefined ? {} : { expiration: { days: expiresAfterDays } }),
      },
    ],
  });
  return bucket;
}
