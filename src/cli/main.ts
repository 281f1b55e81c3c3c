/**
 * From arguments to the exit code: 0 all well, 1 findings, 2 wrong usage or a file that cannot be read. Whatever goes
 * wrong is one line on stderr; nobody is ever shown a stack trace.
 */
import { CommanderError } from 'commander';
import { type ExitCode, Mistake } from './command';
import { createOutput, type Output } from './output';
import { createProgram } from './program';

export async function main(args: readonly string[]): Promise<void> {
  const output = createOutput();
  process.exitCode = await exitCodeOf(args, output);
}

async function exitCodeOf(args: readonly string[], output: Output): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  try {
    const program = createProgram(output, (code) => {
      exitCode = code;
    });
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has been said
    if (error instanceof Mistake) output.complain(error.message);
    else output.complain(`a mistake of this program stopped it: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}
