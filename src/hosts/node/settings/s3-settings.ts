/** Where files lie, when not in the data folder: a store that speaks the S3 protocol. */
import * as z from 'zod/mini';

import { defineSettings } from '#hosts/node/settings/define-settings.ts';
import { shortText } from '#hosts/node/settings/scalars.ts';

const isEndpoint = (value: string): boolean => /^https?:\/\/[^/?#@]+\/?$/.test(value) && URL.canParse(value);

export const s3Settings = defineSettings({
  shape: {
    S3_ENDPOINT: z.optional(z.string().check(z.refine(isEndpoint))),
    S3_BUCKET: z.optional(z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/))),
    S3_REGION: z._default(shortText, 'us-east-1'),
    S3_ACCESS_KEY_ID: z.optional(shortText),
    S3_SECRET_ACCESS_KEY: z.optional(shortText),
  },
  expected: {
    S3_ENDPOINT: 'an address like https://s3.eu-central-1.amazonaws.com, set together with the other S3 settings',
    S3_BUCKET: 'the name of a bucket, set together with the other S3 settings',
    S3_REGION: 'the name of a region',
    S3_ACCESS_KEY_ID: 'the id of a key, set together with the other S3 settings',
    S3_SECRET_ACCESS_KEY: 'the secret of that key, set together with the other S3 settings',
  },
  together: ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'],
  toSettings: ({ S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY }) =>
    S3_ENDPOINT === undefined || S3_BUCKET === undefined || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY
      ? null
      : {
          endpoint: S3_ENDPOINT,
          bucket: S3_BUCKET,
          region: S3_REGION,
          accessKeyId: S3_ACCESS_KEY_ID,
          secretAccessKey: S3_SECRET_ACCESS_KEY,
        },
});

export type S3Settings = NonNullable<z.infer<typeof s3Settings>>;
