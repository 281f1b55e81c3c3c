/** `topo roles`: the three roles of every host with what causes them. Where lines cannot be read, stderr says so. */
import type { Analysis } from '../analysis/analysis';
import { check } from '../analysis/check';
import { type ExitCode, hasErrors } from './command';
import { printJson } from './json';
import { rolesAsJson } from './json-check';
import type { Output } from './output';
import { nameOf, readSource } from './read';
import { runLimit } from './run';
import type { Style } from './style';
import { errorsAsText } from './text-check';
import { rolesAsText } from './text-roles';

/** How a result is printed; the first is the default. */
export const rolesFormats: Readonly<
  Record<string, (path: string, analysis: Analysis, style: Style) => Iterable<string>>
> = {
  text: (_, analysis, style) => rolesAsText(analysis, style),
  json: (path, analysis) => printJson({ path, ...rolesAsJson(analysis) }),
};

export async function showRoles(
  path: string,
  { format }: { readonly format: string },
  output: Output,
): Promise<ExitCode> {
  const file = await readSource(path);
  const { compilation, analysis, diagnostics } = check(file.text, undefined, { maxSteps: runLimit });
  if (compilation.topology.hosts.length === 0) output.complain(`there is no host in ${nameOf(path)}`);
  output.remark(errorsAsText(file, compilation.diagnostics, output.remarkStyle));
  output.print(rolesFormats[format]?.(path, analysis, output.style) ?? []);
  return hasErrors(diagnostics) ? 1 : 0;
}
