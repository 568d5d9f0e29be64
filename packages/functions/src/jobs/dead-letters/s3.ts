import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchBucket,
  NoSuchKey,
  S3Client,
} from "@aws-sdk/client-s3";
import { type DeadLetterStore, DeadLetterStoreUnusable } from "./port.ts";

export interface BucketEndpoint {
  readonly bucket: string;
  readonly region: string;
  /** Default: Amazon's endpoint for the region. */
  readonly endpoint?: string;
}

/** The prefix under which Lambda writes dead-letter records. */
const PREFIX = "aws/lambda/";

/** @throws DeadLetterStoreUnusable from each method if there is no such bucket */
export function bucketDeadLetters({ bucket, region, endpoint }: BucketEndpoint): DeadLetterStore {
  const client = new S3Client({ region, ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }) });
  return {
    async *list() {
      let after: string | undefined;
      do {
        const request = {
          Bucket: bucket,
          Prefix: PREFIX,
          ...(after === undefined ? {} : { ContinuationToken: after }),
        };
        const page = await client.send(new ListObjectsV2Command(request)).catch((error: unknown) => {
          throw error instanceof NoSuchBucket ? unusable(bucket) : error;
        });
        for (const { Key: name, Size: bytes } of page.Contents ?? []) if (name) yield { name, bytes: bytes ?? 0 };
        after = page.NextContinuationToken;
      } while (after !== undefined);
    },
    async read(name) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
        return await Body?.transformToString("utf-8");
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async remove(name) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }));
    },
  };
}

function unusable(bucket: string): DeadLetterStoreUnusable {
  return new DeadLetterStoreUnusable(
    `There is no bucket "${bucket}" in this region: set POS_FAILURES_BUCKET and AWS_REGION as the deployment printed them.`,
  );
}
