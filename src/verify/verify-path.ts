import { instant, readTrust } from '../attest/index.ts';
import { UserError } from '../document/index.ts';
import { openRunFolder } from '../evidence/index.ts';
import { SCORERS } from '../scorers/index.ts';
import type { Verification } from './contract.ts';
import { unopened, verifyRun } from './verify.ts';

export interface VerifyWishes {
  /** File with the verifier's trust policy. */
  readonly trust?: string;
  /** RFC 3339 in UTC; now when absent. */
  readonly at?: string;
  readonly profile: 'submission' | null;
}

/**
 * Verifies what a user named: a run folder, or a zip file of one.
 *
 * @throws UserError when there is nothing to verify, or a wish cannot be read
 */
export async function verifyPath(path: string, wishes: VerifyWishes): Promise<Verification> {
  const at = wishes.at ?? new Date().toISOString();
  if (instant(at) === null) {
    throw UserError.of(
      'bad-time',
      `--at 应为 UTC 时间，如 2026-11-23T09:00:00Z；实为 “${at}”。`,
      `--at has to be a time in UTC such as 2026-11-23T09:00:00Z; it is "${at}".`,
    );
  }
  const trust = wishes.trust === undefined ? null : readTrust(wishes.trust);
  const opened = await openRunFolder(path);
  try {
    const { folder, findings } = opened;
    const { profile } = wishes;
    if (folder === null) return unopened(profile, findings);
    return await verifyRun(folder, { trust, profile, at, scorers: SCORERS });
  } finally {
    opened.close();
  }
}
