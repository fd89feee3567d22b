import type { Language, LocalText } from '../model/json.ts';
import { localize } from '../model/json.ts';

/** One finding about something a user wrote: what, where, why, what to do. */
export interface Problem {
  /** Stable, kebab-case, e.g. `unknown-key`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Path as the user gave it, or relative to the working folder. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 units. */
  readonly column?: number;
  readonly message: LocalText;
  /** What to do about it. */
  readonly hint?: LocalText;
}

/** `file:line:column message (hint)`, with as much of the place as is known. */
export function formatProblem(problem: Problem, language: Language): string {
  const place = [problem.file, problem.line, problem.column].filter((x) => x !== undefined);
  // Chinese sentences follow each other without a space.
  const gap = language === 'zh-CN' ? '' : ' ';
  const hint = problem.hint === undefined ? '' : `${gap}${localize(problem.hint, language)}`;
  return `${place.length > 0 ? `${place.join(':')} ` : ''}${localize(problem.message, language)}${hint}`;
}

/**
 * Something a user can mend: a bad option, a bad file, a missing key. Carries its problems in both
 * languages; the command line prints them without a stack trace and exits with `exitCode`.
 */
export class UserError extends Error {
  readonly problems: readonly Problem[];
  readonly exitCode: 1 | 2 | 3;

  constructor(problems: readonly Problem[], exitCode: 1 | 2 | 3 = 2) {
    super(problems.map((p) => formatProblem(p, 'en')).join('\n'));
    this.name = 'UserError';
    this.problems = problems;
    this.exitCode = exitCode;
  }

  static of(code: string, zh: string, en: string, place: Partial<Problem> = {}): UserError {
    return new UserError([{ code, severity: 'error', message: { zh, en }, ...place }]);
  }
}
