/**
 * Keys as file names: every segment of a key is a folder, the last one a file, all of them encoded so that no key leaves the folder or
 * meets another. `toBlobKey` is the way back.
 */
import { join, sep } from 'node:path';

const suffix = '.blob';
/** Stands for a segment without a letter; encoding gives no such name. */
const nothing = '%';

/** Note: what is left of a name holds no dot, so no file is called like a folder, and none `..`. */
const encodeSegment = (segment: string): string =>
  segment === ''
    ? nothing
    : encodeURIComponent(segment.toWellFormed()).replace(
        /[.!~*'()]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      );

const decodeSegment = (name: string): string => (name === nothing ? '' : decodeURIComponent(name));

export const toBlobPath = (key: string): string => `${join(...key.split('/').map(encodeSegment))}${suffix}`;

/** Where the keys with this prefix lie, and perhaps others. */
export const toBlobFolder = (prefix: string): string => join('.', ...prefix.split('/').slice(0, -1).map(encodeSegment));

/** Undefined for a folder. */
export const toBlobKey = (path: string): string | undefined =>
  path.endsWith(suffix) ? path.slice(0, -suffix.length).split(sep).map(decodeSegment).join('/') : undefined;
