/**
 * `topo compare`: the job of a file, one resource to all hosts that fetch it, as client-server, hybrid and peer-to-peer.
 * What the file has wrong goes to stderr; what can be understood is compared all the same.
 */
import { compareArchitectures } from '../analysis/compare/compare';
import type { Comparison } from '../analysis/compare/comparison';
import { compile } from '../language/compile';
import { type ExitCode, hasErrors, Mistake } from './command';
import { printJson } from './json';
import { comparisonAsJson } from './json-compare';
import type { Output } from './output';
import { nameOf, readSource } from './read';
import { chooseScenario } from './run';
import type { Style } from './style';
import { errorsAsText } from './text-check';
import { comparisonAsText } from './text-compare';

type CompareFormat = (comparison: Comparison, price: number, style: Style) => Iterable<string>;

/** How a result is printed; the first is the default. */
export const compareFormats: Readonly<Record<string, CompareFormat>> = {
  text: comparisonAsText,
  json: (comparison, price) => printJson(comparisonAsJson(comparison, price)),
};

export interface CompareOptions {
  readonly format: string;
  readonly resource?: string;
  readonly scenario?: string;
  /** In dollars a gigabyte. */
  readonly price: number;
}

export async function compareFile(path: string, options: CompareOptions, output: Output): Promise<ExitCode> {
  const file = await readSource(path);
  const compilation = compile(file.text);
  const { topology, diagnostics } = compilation;
  const scenario = chooseScenario(compilation, path, options.scenario);
  const comparison = compareArchitectures(topology, { resource: options.resource, scenario });
  if ('problem' in comparison) throw new Mistake(`${nameOf(path)}: ${comparison.problem}`);
  output.remark(errorsAsText(file, diagnostics, output.remarkStyle));
  if (options.resource === undefined && comparison.candidates.length > 1) output.complain(whatElse(comparison));
  output.print(compareFormats[options.format]?.(comparison, options.price, output.style) ?? []);
  const isCutShort = comparison.architectures.some(({ outcome }) => outcome === 'cut short');
  return hasErrors(diagnostics) || isCutShort ? 1 : 0;
}

const shownNames = 8;

function whatElse({ job, candidates }: Comparison): string {
  const others = candidates.filter(({ resource }) => resource !== job.resource).map(({ resource }) => `“${resource}”`);
  const more = others.length > shownNames ? ', …' : '';
  return `this is “${job.resource}”, which most hosts fetch; choose another with --resource: ${others.slice(0, shownNames).join(', ')}${more}`;
}
