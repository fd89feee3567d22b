import type { Command } from 'commander';
import type { Cli, ExitCode } from './cli.ts';

/** A command adds itself to the program; `done` receives the exit code of its action. */
export type DefineCommand = (program: Command, cli: Cli, done: (code: ExitCode) => void) => void;
