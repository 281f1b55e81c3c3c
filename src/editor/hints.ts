/**
 * What stands behind the lines of a file, where it moves no column: the roles that the flows make hosts take, what a lookup
 * finds, and whether what is expected holds. Knows no editor.
 */
import type { Analysis, HostRoles, LookupResult } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import { union } from '../analysis/roles';
import type { Span } from '../language/source';
import type { Role, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import { isolate, listOf } from '../scene/formats';
import { stepsSaying } from '../simulation/scan';
import type { StepContent } from '../simulation/step-list';
import { claimsOfExercises, outcomeOf, runsOfClaims } from './claims';

/** `span` is where this part leads to. */
export interface HintPart {
  readonly text: string;
  readonly span?: Span | undefined;
}

/** It stands at the end of its line. */
export interface Hint {
  readonly line: number;
  readonly parts: readonly HintPart[];
  /** Plain lines of text. */
  readonly tooltip: readonly string[];
}

/** Of the lines from `first` to `last`, in no particular order. */
export function hintsOf(checked: Checked, first: number, last: number): readonly Hint[] {
  const isWithin = (line: number) => line >= first && line <= last;
  return [
    ...roleHints(checked.analysis, isWithin),
    ...answerHints(checked, isWithin),
    ...outcomeHints(checked, isWithin),
  ];
}

type Within = (line: number) => boolean;

function roleHints({ roles, topology }: Analysis, isWithin: Within): readonly Hint[] {
  const byLine = new Map<number, Map<string, HostRoles[]>>();
  for (const known of roles) {
    const { span, name, group } = known.host;
    if (!isWithin(span.line) || known.exercisedByService.length === 0) continue;
    const declared = byLine.get(span.line) ?? new Map<string, HostRoles[]>();
    byLine.set(span.line, declared);
    const members = declared.get(group ?? name) ?? [];
    declared.set(group ?? name, members);
    members.push(known);
  }
  const withOthers = new Set<number>();
  for (const { span, group, name } of topology.nodes) {
    if (byLine.get(span.line)?.has(group ?? name) === false) withOthers.add(span.line);
  }
  return [...byLine].map(([line, declared]) => roleHint(line, declared, !withOthers.has(line), topology));
}

type RolesByName = ReadonlyMap<string, readonly HostRoles[]>;

/** `isAll`: the line declares nobody without a role. */
function roleHint(line: number, declared: RolesByName, isAll: boolean, topology: Topology): Hint {
  const words = [...declared].map(([name, members]) => [name, rolesInWords(members, topology)] as const);
  const [[, roles] = []] = words;
  const isSame = isAll && words.every(([, other]) => other === roles);
  const text = isSame ? (roles ?? '') : listOf(words.map(([name, each]) => `${isolate(name)}: ${each}`));
  return { line, parts: [{ text: `→ ${text}` }], tooltip: evidenceOf([...declared.values()].flat()) };
}

/** `both`; with several services `client of web · server of sql`, as an expectation says it. */
function rolesInWords(members: readonly HostRoles[], { services }: Topology): string {
  const isOne = services.length < 2;
  const byService = new Map<string | undefined, Set<Role>>();
  for (const { service, role } of members.flatMap(({ exercisedByService }) => exercisedByService)) {
    const key = isOne ? undefined : service;
    byService.set(key, (byService.get(key) ?? new Set()).add(role));
  }
  return [...byService]
    .map(([service, taken]) => (service === undefined ? union(taken) : `${union(taken)} of ${isolate(service)}`))
    .join(' · ');
}

/** As many lines of evidence as fit a tooltip; the rest is counted. */
const evidenceShown = 8;

function evidenceOf(members: readonly HostRoles[]): readonly string[] {
  const found = new Set<string>();
  for (const { host, evidence } of members) {
    for (const { role, text, span } of evidence.exercised) {
      found.add(`${role}: ${host.name} ${text} (line ${span.line + 1})`);
    }
  }
  const lines = [...found];
  const left = lines.length - evidenceShown;
  return left > 1 ? [...lines.slice(0, evidenceShown), `and ${formatCount(left)} more`] : lines;
}

function answerHints({ analysis, compilation }: Checked, isWithin: Within): readonly Hint[] {
  const { topology, lookups, traces } = analysis;
  const found = new Map<number, Map<string, Hint>>();
  const add = (line: number, parts: readonly HintPart[], tooltip: readonly string[]): void => {
    const known = found.get(line) ?? new Map<string, Hint>();
    found.set(
      line,
      known.set(parts.map(({ text }) => text).join(''), { line, parts, tooltip: tooltip.slice(0, evidenceShown) }),
    );
  };
  for (const lookup of lookups.filter(({ line }) => isWithin(line))) {
    add(lookup.line, answerParts(lookup, topology), [saying(lookup)]);
  }
  const isAction = (line: number) => compilation.tree.lines[line]?.statement.kind === 'action';
  const isWanted = ({ kind, line }: StepContent) =>
    (kind === 'data' || kind === 'piece') && isWithin(line) && isAction(line);
  const senders = new Map<number, Map<string, string>>();
  for (const { steps } of traces.values()) {
    for (const place of stepsSaying(steps, isWanted)) {
      const { line, from = '', to, outcome } = steps.at(place) ?? {};
      if (line === undefined || outcome !== 'ok') continue;
      const known = senders.get(line) ?? new Map<string, string>();
      if (!known.has(from)) senders.set(line, known.set(from, `${from} sends it to ${to}.`));
    }
  }
  for (const [line, known] of senders) {
    add(line, [{ text: 'from ' }, ...namesIn([...known.keys()], topology)], [...known.values()]);
  }
  return [...found].map(([line, hints]) => joined(line, [...hints.values()]));
}

/** A line that is run several times may find something else each time. */
const answersShown = 3;

function joined(line: number, hints: readonly Hint[]): Hint {
  const shown = hints.slice(0, answersShown);
  const parts = shown.flatMap((hint, place) => [
    ...(place > 0 ? [{ text: hint.parts[0]?.text.startsWith('→') ? ' ' : ' · ' }] : []),
    ...hint.parts,
  ]);
  const more = hints.length > shown.length ? [{ text: ' …' }] : [];
  return { line, parts: [...parts, ...more], tooltip: hints.flatMap(({ tooltip }) => tooltip).slice(0, evidenceShown) };
}

/** `→ bob (offline), carol`. */
function answerParts({ finds, stale }: LookupResult, topology: Topology): readonly HintPart[] {
  if (finds.length === 0) return [{ text: '→ nobody' }];
  return [{ text: '→ ' }, ...namesIn(finds, topology, stale)];
}

/** `bob (offline), carol and 3 more`. */
function namesIn(names: readonly string[], topology: Topology, stale: readonly string[] = []): readonly HintPart[] {
  const shown = names.slice(0, answersShown);
  const more = names.length > shown.length ? [{ text: ` and ${formatCount(names.length - shown.length)} more` }] : [];
  const parts = shown.flatMap((name, place) => [
    ...(place > 0 ? [{ text: ', ' }] : []),
    hostPart(name, topology),
    ...(stale.includes(name) ? [{ text: ' (offline)' }] : []),
  ]);
  return [...parts, ...more];
}

function hostPart(name: string, { nodeByName }: Topology): HintPart {
  return { text: isolate(name), span: nodeByName.get(name)?.span };
}

function saying({ flow, index, client, resource, finds, stale }: LookupResult): string {
  const who = finds.length === 0 ? 'nobody' : listOf(finds);
  if (index === undefined) return `In “${flow}”, ${client} finds for “${resource}”: ${who}.${offlineBy(stale)}`;
  const answer = `In “${flow}”, ${index} answers ${client}: ${who} for “${resource}”.`;
  return stale.length === 0 ? answer : `${answer} ${listOf(stale)} is still listed there, but offline.`;
}

function offlineBy(stale: readonly string[]): string {
  return stale.length === 0 ? '' : ` ${listOf(stale)} ${stale.length === 1 ? 'is' : 'are'} offline by now.`;
}

/** One that stands alone has its outcome above it, unless it stands in an exercise. */
function outcomeHints({ compilation, analysis }: Checked, isWithin: Within): readonly Hint[] {
  const runs = runsOfClaims(compilation.tree, analysis).filter((run) => run.length > 1);
  return [...runs, ...claimsOfExercises(compilation.tree, analysis)].flat().flatMap(({ line, result }) => {
    if (!result || !isWithin(line)) return [];
    return [{ line, parts: [{ text: outcomeOf(result) }], tooltip: [result.because] }];
  });
}
