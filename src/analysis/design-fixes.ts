/** What an author would write about the design of a network: a longer reach of queries, or that a dependency is known. */
import { insertion } from '../language/places';
import type { Fix } from '../language/source';
import type { Line } from '../language/syntax';
import type { Host, Service, Topology } from '../language/topology';
import { shorten } from '../language/wording';

/** `ttl 9`, where the service is declared. */
export function allowHops(lines: readonly Line[], { span, name }: Service, hops: number): readonly Fix[] {
  const line = lines[span.line];
  if (line?.statement.kind !== 'service') return [];
  const value = line.statement.options.find((option) => option.name.text === 'ttl')?.value;
  const edit = value
    ? { span: { line: span.line, start: value.start, end: value.end }, text: String(hops) }
    : insertion(span.line, line.end, ` ttl ${hops}`);
  return [{ title: `Let queries of ${shorten(name)} go ${hops} hops`, edits: [edit] }];
}

/** Behind what the file expects already, else behind its last flow. */
export function expectNeed(lines: readonly Line[], topology: Topology, claim: string, { name }: Host): readonly Fix[] {
  const after = topology.expectations.at(-1)?.span.line;
  const last = after ?? endOfBlock(lines, topology.flows.at(-1)?.span.line);
  const line = last === undefined ? undefined : lines[last];
  if (last === undefined || !line) return [];
  const text = `${after === undefined ? '\n\n' : '\n'}${claim}`;
  return [{ title: `Expect that ${shorten(name)} is needed`, edits: [insertion(last, line.text.length, text)] }];
}

/** The line of the `}` that belongs to a line which opens a block. */
function endOfBlock(lines: readonly Line[], start: number | undefined): number | undefined {
  if (start === undefined) return undefined;
  let depth = 0;
  for (let number = start; number < lines.length; number++) {
    const line = lines[number];
    if (line?.closes !== undefined) depth--;
    if (line?.opens !== undefined) depth++;
    if (depth === 0) return number;
  }
  return undefined;
}
