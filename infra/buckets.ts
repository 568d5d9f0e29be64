import { settings } from "./settings";

interface Keeping {
  /** What was overwritten or deleted stays for 30 days. */
  readonly versions?: boolean;
  readonly expiresAfterDays?: number;
}

/** What is too large for the table, and what nobody could handle. Private, encrypted, and reached by TLS alone. */
export const buckets = {
  images: privateBucket("Images", { versions: true }),
  exports: privateBucket("Exports", { expiresAfterDays: 30 }),
  reports: privateBucket("Reports", { versions: true }),
  /** Batches of the change stream that a reader gave up, with their records. */
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
