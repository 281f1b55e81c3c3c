/** The commands with their arguments, options and help; what they do is elsewhere. */
import { Argument, Command, type CommandOptions, InvalidArgumentError, Option } from 'commander';
import { defaultPrice } from '../analysis/compare/comparison';
import { parseQuantity } from '../language/quantities';
import { checkFiles, checkFormats } from './check';
import type { ExitCode } from './command';
import { compareFile, compareFormats } from './compare';
import { completionScript, shells } from './completion';
import { formatFiles } from './format';
import { defaultLimitMs, gradeFiles, gradeFormats } from './grade';
import type { Output } from './output';
import { rolesFormats, showRoles } from './roles';
import { runFile, runFormats, runLimit } from './run';
import { writeVariant } from './variant';
import { programVersion } from './version';
import { repeatOnChange } from './watch';

export function createProgram(output: Output, done: (code: ExitCode) => void): Command {
  const program = new Command('topo')
    .description('Checks, runs and formats .topo files: who is client, who is server, and why.')
    .version(programVersion(), '--version', 'show the version')
    .helpOption('--help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', exitCodes);
  for (const make of [
    checkCommand,
    gradeCommand,
    variantCommand,
    runCommand,
    rolesCommand,
    compareCommand,
    formatCommand,
  ])
    program.addCommand(make(output, done));
  program.addCommand(completionCommand(program, output));
  for (const command of [program, ...program.commands]) speakPlainly(command, output);
  return program;
}

function checkCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('check', 'Reports what is wrong in files, and whether what they expect holds.')
    .argument('<file...>', '.topo files, folders and patterns such as "week?/*.topo"; - is the standard input')
    .addOption(formatOption(checkFormats))
    .option('--strict', 'count warnings as findings too')
    .option('--watch', 'check again whenever a file changes; Ctrl+C ends')
    .addHelpText('after', exitCodes)
    .action(async (names: string[], options) => {
      const work = () => checkFiles(names, options, output);
      done(await (options.watch ? repeatOnChange(names, work, output) : work()));
    });
}

function gradeCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('grade', 'Gives points to submissions, by their own exercises or by yours.')
    .argument('<file...>', 'submissions: .topo files, folders and patterns')
    .option('--exercises <file>', 'what was handed out; its exercises count instead of those of the submissions')
    .option('--checks <file>', 'more that is checked, which students have not seen')
    .option('--feedback <folder>', 'write for each submission what its author may read')
    .option('--csv <file>', 'write the report as CSV, too')
    .option('--json <file>', 'write the report as JSON, too')
    .addOption(
      new Option('--limit <duration>', 'time for each submission').default(defaultLimitMs, '10s').argParser(parseUntil),
    )
    .addOption(new Option('--steps <number>', 'steps that each flow may take').default(runLimit).argParser(parseSteps))
    .addOption(formatOption(gradeFormats))
    .addHelpText('after', gradeExitCodes)
    .action(async (names: string[], options) => done(await gradeFiles(names, options, output)));
}

function variantCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('variant', 'Writes the same exercise with other names and numbers, so that neighbours cannot copy.')
    .argument('<file>', 'a .topo file; - is the standard input')
    .addOption(
      new Option('--seed <number>', 'which variant: the same number gives the same').default(1).argParser(parseSeed),
    )
    .option('--out <file>', 'the file to write; the standard output if left out')
    .addHelpText('after', variantExitCodes)
    .action(async (path: string, options) => done(await writeVariant(path, options, output)));
}

function runCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('run', 'Runs a flow of a file and shows every step.')
    .argument('<file>', 'a .topo file; - is the standard input')
    .option('--flow <name>', 'the flow to run; the first of the file if left out')
    .option('--scenario <name>', 'what is different from the start, as the file describes it')
    .addOption(new Option('--seed <number>', 'what chance depends on').default(1).argParser(parseSeed))
    .addOption(new Option('--until <duration>', 'stop then, such as 500ms or 2s').argParser(parseUntil))
    .addOption(formatOption(runFormats))
    .addHelpText('after', runExitCodes)
    .action(async (path: string, options) => done(await runFile(path, options, output)));
}

function rolesCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('roles', 'Shows for every host which role is declared, possible and exercised, and why.')
    .argument('<file>', 'a .topo file; - is the standard input')
    .addOption(formatOption(rolesFormats))
    .addHelpText('after', exitCodes)
    .action(async (path: string, options) => done(await showRoles(path, options, output)));
}

function compareCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('compare', 'Compares one job as client-server, hybrid and peer-to-peer: time, load, losses, cost.')
    .argument('<file>', 'a .topo file; - is the standard input')
    .option('--resource <name>', 'what is fetched; what most hosts of the file fetch if left out')
    .option('--scenario <name>', 'what is different from the start, as the file describes it')
    .addOption(new Option('--price <dollars>', 'for each gigabyte sent').default(defaultPrice).argParser(parsePrice))
    .addOption(formatOption(compareFormats))
    .addHelpText('after', compareExitCodes)
    .action(async (path: string, options) => done(await compareFile(path, options, output)));
}

function formatCommand(output: Output, done: (code: ExitCode) => void): Command {
  return command('format', 'Lays files out: indentation, one blank between words, columns that line up.')
    .argument('<file...>', '.topo files, folders and patterns, changed in place; - is the standard input')
    .option('--check', 'change nothing, but name the files that would change')
    .addHelpText('after', formatExitCodes)
    .action(async (paths: string[], options) => done(await formatFiles(paths, options, output)));
}

function completionCommand(program: Command, output: Output): Command {
  return command('completion', 'Writes a script with which a shell completes commands, options and files.')
    .addArgument(new Argument('<shell>', 'the shell').choices(shells))
    .addHelpText('after', completionHelp)
    .action((shell: string) => output.print([completionScript(shell, program)]));
}

const exitCodes = `
Exit codes:
  0  all is well
  1  there are findings: errors, and with --strict warnings
  2  wrong usage, or a file that cannot be read`;

const gradeExitCodes = `
Exit codes:
  0  every submission has all points
  1  some have not, or were cut off
  2  wrong usage, or a file that cannot be read or written`;

const variantExitCodes = `
Exit codes:
  0  it is written
  1  it is written, but the file has errors
  2  wrong usage, or a file that cannot be read or written`;

const runExitCodes = `
Exit codes:
  0  the flow was run, whether it completed or failed
  1  it was run, but the file has errors, or the run was too large to finish
  2  wrong usage, or a file that cannot be read`;

const compareExitCodes = `
Exit codes:
  0  the job was compared, whether or not it can be done in every architecture
  1  it was compared, but the file has errors, or a run was too large to finish
  2  wrong usage, a file that cannot be read, or nothing to compare`;

const completionHelp = `
Once and for all:
  bash   echo 'source <(topo completion bash)' >> ~/.bashrc
  zsh    echo 'source <(topo completion zsh)' >> ~/.zshrc    (below compinit)
  fish   topo completion fish > ~/.config/fish/completions/topo.fish

Exit codes:
  0  all is well
  2  wrong usage`;

const formatExitCodes = `
Exit codes:
  0  all is well
  1  with --check: a file would change
  2  wrong usage, or a file that cannot be read or written`;

function command(name: string, description: string, options?: CommandOptions): Command {
  return new Command(name).description(description, options as never).helpOption('--help', 'show this help');
}

function formatOption(formats: Readonly<Record<string, unknown>>): Option {
  const names = Object.keys(formats);
  return new Option('--format <format>', 'how to print the result').choices(names).default(names[0]);
}

const largestSeed = 2 ** 32 - 1;

function parseSeed(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= largestSeed) return seed;
  throw new InvalidArgumentError(`A seed is a whole number from 0 to ${largestSeed}.`);
}

function parseSteps(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('The number of steps is a whole number from 1 to 9999999.');
}

/** In milliseconds. */
function parseUntil(text: string): number {
  const quantity = parseQuantity(text);
  if (quantity?.kind === 'duration') return quantity.value;
  throw new InvalidArgumentError('A duration is a number with a unit: us, ms, s, min or h, such as 500ms.');
}

const largestPrice = 1e6;

function parsePrice(text: string): number {
  const price = Number(text);
  if (/^\d+(?:\.\d+)?$/.test(text) && price <= largestPrice) return price;
  throw new InvalidArgumentError('A price is a number of dollars for each gigabyte, such as 0.05.');
}

/** Commander's complaints on one line, in this program's words; and an exception instead of an exit. */
function speakPlainly(command: Command, output: Output): void {
  const usage = ['topo', ...(command.parent ? [command.name()] : []), '--help'].join(' ');
  command.exitOverride().configureOutput({
    outputError: (text) => {
      const problem = text.replace(/^error: /, '').trim();
      output.complain(`${problem} See ${usage}.`.replace(/([^.)]) See/, '$1. See'));
    },
  });
}
