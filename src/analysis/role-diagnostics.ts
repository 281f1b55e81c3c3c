/**
 * Declared roles against exercised ones. A host that takes a role it does not declare is an error; one that declares both
 * and takes one alone is a warning. A host that takes part in nothing is not judged, and a group is judged as a whole.
 */
import { type Diagnostic, diagnostic, type Fix, type Related, type Span } from '../language/source';
import type { Line } from '../language/syntax';
import type { Role } from '../language/topology';
import { shorten } from '../language/wording';
import type { HostRoles } from './analysis';
import { union } from './roles';

/** Where some flow was not run, or not understood, what a host never does is not known. */
export function roleDiagnostics(
  roles: readonly HostRoles[],
  isIncomplete: boolean,
  lines: readonly Line[] = [],
): readonly Diagnostic[] {
  const groups = exercisedByGroup(roles);
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const host of roles) {
    const exercised = isIncomplete ? undefined : (groups.get(host.host.group ?? '') ?? host.exercised);
    const found = mismatch(host, lines) ?? notExercised(host, exercised, lines);
    if (!found) continue;
    // Members of a group, and hosts declared on one line, share the role word: one report is enough.
    const key = `${found.code} ${found.span.line} ${found.span.start}`;
    if (!seen.has(key)) diagnostics.push(found);
    seen.add(key);
  }
  return diagnostics;
}

function mismatch(roles: HostRoles, lines: readonly Line[]): Diagnostic | undefined {
  const { host, declared, exercised, evidence } = roles;
  if (!host.roleSpan || !declared || declared === 'both' || !exercised || exercised === declared) return undefined;
  const other = declared === 'client' ? 'server' : 'client';
  const first = evidence.exercised.find(({ role }) => role === other)?.text;
  const too = exercised === 'both' ? ' too' : '';
  const message =
    `${shorten(host.name)} is declared as ${declared}, but it ${first}, which makes it a ${other}${too}. ` +
    `Declare it as ${exercised}, or change this step.`;
  const fixes = [declareAs(exercised, host.roleSpan), ...removeRole(lines, host.roleSpan)];
  return diagnostic('role-mismatch', host.roleSpan, message, { related: relatedTo(roles, other), fixes });
}

function notExercised(roles: HostRoles, exercised: Role | undefined, lines: readonly Line[]): Diagnostic | undefined {
  const { host, declared } = roles;
  if (!host.roleSpan || declared !== 'both' || !exercised || exercised === 'both') return undefined;
  if (!roles.exercised) return undefined;
  const [does, never] = exercised === 'client' ? ['asks', 'answers'] : ['answers', 'asks'];
  const message =
    `${shorten(host.name)} is declared as both, but it only ${does} and never ${never} in any flow. ` +
    `Declare it as ${exercised}, or let it act as ${exercised === 'client' ? 'server' : 'client'} too.`;
  const fixes = [declareAs(exercised, host.roleSpan), ...removeRole(lines, host.roleSpan)];
  return diagnostic('role-not-exercised', host.roleSpan, message, { related: relatedTo(roles, exercised), fixes });
}

function declareAs(role: Role, span: Span): Fix {
  return { title: `Declare as ${role}`, edits: [{ span, text: role }] };
}

/** A role need not be declared: the flows say it. */
function removeRole(lines: readonly Line[], { line, start, end }: Span): readonly Fix[] {
  const before = lines[line]?.text.slice(0, start);
  const colon = before && /\s*:\s*$/.exec(before);
  return colon ? [{ title: 'Declare no role', edits: [{ span: { line, start: colon.index, end }, text: '' }] }] : [];
}

const maximumRelated = 4;

function relatedTo({ host, evidence }: HostRoles, wanted: Role): readonly Related[] {
  return evidence.exercised
    .filter(({ role }) => role === wanted)
    .slice(0, maximumRelated)
    .map(({ span, text }) => ({ message: `${shorten(host.name)} ${text}`, span }));
}

function exercisedByGroup(roles: readonly HostRoles[]): ReadonlyMap<string, Role | undefined> {
  const groups = new Map<string, Role | undefined>();
  for (const { host, exercised } of roles) {
    if (host.group === undefined || !exercised) continue;
    const sofar = groups.get(host.group);
    groups.set(host.group, union(sofar ? [sofar, exercised] : [exercised]));
  }
  return groups;
}
