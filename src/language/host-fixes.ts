/** Fixes where a host is declared: what it runs and shares, added in the style of its declaration. Reports nothing. */

import { isTopLevel } from './placement';
import { indentationOf, insertion } from './places';
import type { Fix, TextEdit } from './source';
import { asString } from './stray-characters';
import type { Line, Property } from './syntax';
import type { Host, Service, SoftwareKind } from './topology';
import { shorten } from './wording';

/** `runs music peer`, behind what the host runs already. Several hosts of one line are changed together. */
export function letRun(lines: readonly Line[], host: Host, service: Service, kind: SoftwareKind): readonly Fix[] {
  const software = `${service.name} ${kind}`;
  const { line } = host.span;
  const running = lastSoftware(lines, line);
  const edit = running
    ? insertion(running.line, running.end, `, ${software}`)
    : addFirst(lines, line, `runs ${software}`);
  return edit ? [{ title: `Let ${whoStandsIn(lines[line])} run ${shorten(software)}`, edits: [edit] }] : [];
}

/** `shares "song.mp3"`. Only of a host on its own: if all hosts of a line had it, nobody would have to ask. */
export function letShare(lines: readonly Line[], host: Host, resource: string): readonly Fix[] {
  const { statement } = lines[host.span.line] ?? {};
  if (statement?.kind !== 'host' || statement.names.length > 1 || host.group !== undefined) return [];
  const edit = add(lines, host.span.line, `shares ${asString(`"${resource}"`)}`);
  return edit ? [{ title: `Let ${shorten(host.name)} share “${shorten(resource)}”`, edits: [edit] }] : [];
}

/** What a host runs stands before what it shares. */
function addFirst(lines: readonly Line[], number: number, property: string): TextEdit | undefined {
  const behind = add(lines, number, property);
  const line = lines[number];
  if (!behind || line?.statement.kind !== 'host' || line.opens !== undefined) return behind;
  const { role, names } = line.statement;
  const last = names.at(-1);
  if (!last) return behind;
  const end = role?.end ?? (last.count ? line.text.indexOf(']', last.count.end) + 1 : last.name.end);
  return insertion(number, end, ` ${property}`);
}

function add(lines: readonly Line[], number: number, property: string): TextEdit | undefined {
  const line = lines[number];
  if (line?.statement.kind !== 'host' || line.problem || line.closes !== undefined) return undefined;
  if (line.opens === undefined) {
    const below = lines[number + 1];
    const isTorn = below?.opens !== undefined && below.statement.kind === 'nothing';
    return isTorn ? undefined : insertion(number, line.end, ` ${property}`);
  }
  if (line.text.slice(line.opens + 1).includes('}')) return undefined;
  const inside = blockOf(lines, number);
  const last = inside.at(-1) ?? number;
  const first = lines[inside[0] ?? number] ?? line;
  const indentation = first === line ? `${indentationOf(line)}  ` : indentationOf(first);
  return insertion(last, lines[last]?.text.length ?? 0, `\n${indentation}${property}`);
}

function lastSoftware(
  lines: readonly Line[],
  number: number,
): { readonly line: number; readonly end: number } | undefined {
  for (const at of [number, ...blockOf(lines, number)].reverse()) {
    const line = lines[at];
    if (!line || line.problem) continue;
    const runs = propertiesOf(line)
      .filter((property) => property.kind === 'runs')
      .at(-1);
    const end = runs?.software.at(-1)?.kind.end;
    if (end !== undefined) return { line: at, end };
  }
  return undefined;
}

/** The lines of a host’s block that say something and can be read. */
function blockOf(lines: readonly Line[], number: number): readonly number[] {
  const inside: number[] = [];
  if (lines[number]?.opens === undefined) return inside;
  for (let at = number + 1; at < lines.length; at++) {
    const line = lines[at];
    if (!line || line.closes !== undefined || line.opens !== undefined || isTopLevel(line.statement.kind)) break;
    const { kind } = line.statement;
    if (!line.problem && !line.closesBehind && (kind === 'properties' || kind === 'note')) inside.push(at);
    if (line.closesBehind) break;
  }
  return inside;
}

function propertiesOf({ statement }: Line): readonly Property[] {
  return statement.kind === 'host' || statement.kind === 'properties' ? statement.properties : [];
}

/** `alice`, `alice and bob`, `all of peer`, `all 5 hosts of that line`. */
function whoStandsIn(line: Line | undefined): string {
  const names = line?.statement.kind === 'host' ? line.statement.names : [];
  const [one, other, ...more] = names.map(({ name, count }) =>
    count ? `all of ${shorten(name.text)}` : shorten(name.text),
  );
  if (more.length > 0) return `all ${names.length} hosts of that line`;
  return [one, other].filter((name) => name !== undefined).join(' and ');
}
