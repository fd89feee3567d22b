import { createHash } from 'node:crypto';
import type { Results } from '../src/derive/index.ts';
import { canonicalJson, sha256 } from '../src/evidence/index.ts';
import type { RunInfo } from './contract.ts';

/** Sets the names of this program apart from those of all others. */
const NAMESPACE = Buffer.from('e39a1cc11cbc41f8aaeaa6996db91da7', 'hex');

/**
 * A UUID of version 5 (RFC 9562, 5.5): the same name has the same UUID on every machine. It names
 * and secures nothing, so that SHA-1, which the version prescribes, does no harm.
 */
export function nameUuid(...name: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(name)).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex', 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Names things of one report: other results, or those of another run, have other UUIDs. */
export function uuidsOf(results: Results, run: RunInfo): (...name: readonly string[]) => string {
  const digest = sha256(canonicalJson(results));
  return (...name) => nameUuid(digest, run.startedAt, ...name);
}

/** The model under test, which is the same in every run of it. */
export function modelUuid({ model }: Results): string {
  return nameUuid('model', model.name, model.adapter, model.baseUrl ?? '', model.requested);
}

/** A name of our own, e.g. `urn:aigc-conformance:catalogue:aigc-rebuilt:0.1.0`. */
export function urn(...parts: readonly string[]): string {
  return ['urn:aigc-conformance', ...parts.map(encodeURIComponent)].join(':');
}
