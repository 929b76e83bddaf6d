/**
 * A certificate for `localhost`, made anew at every start: Node can sign but not write certificates, and `openssl` is not on every
 * machine. The browser is told to trust its key by hash (`--ignore-certificate-errors-spki-list`): with the plain
 * `--ignore-certificate-errors` Chromium caches nothing (RFC 5280 has the shape of it all).
 */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

import {
  bitString,
  explicit,
  implicitText,
  integer,
  objectId,
  octetString,
  sequence,
  set,
  utcTime,
  utf8,
} from '#tests/bench/link/der.ts';

export type Certificate = {
  /** PEM. */
  key: string;
  certificate: string;
  /** SHA-256 of the public key, in base64: what the browser is told to trust. */
  keyHash: string;
};

const host = 'localhost';
const day = 24 * 60 * 60 * 1000;

const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
const name = sequence(set(sequence(objectId('2.5.4.3'), utf8(host))));
const hostExtension = sequence(objectId('2.5.29.17'), octetString(sequence(implicitText(2, host))));

const toPem = (der: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;

export function createCertificate(now = Date.now()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicDer = publicKey.export({ type: 'spki', format: 'der' });
  const content = sequence(
    explicit(0, integer(2)),
    integer(1),
    ecdsaWithSha256,
    name,
    sequence(utcTime(new Date(now - day)), utcTime(new Date(now + day))),
    name,
    publicDer,
    explicit(3, sequence(hostExtension)),
  );
  const signature = sign('sha256', content, privateKey);
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: toPem(sequence(content, ecdsaWithSha256, bitString(signature))),
    keyHash: createHash('sha256').update(publicDer).digest('base64'),
  };
}
