/**
 * The roles of a host: declared, possible and taken, side by side, each with the lines that cause it; and since when it
 * has had which in this run.
 */
import type { Evidence, HostRoles } from '../analysis/analysis';
import type { Host, Role } from '../language/topology';
import { formatCount } from '../language/wording';
import { changelogOf, type FirstRole } from '../simulation/changelog';
import type { Trace } from '../simulation/trace';
import { formatDuration, isolate } from './formats';
import type { Inspected } from './inspect';
import { newIf, plain } from './inspect-rows';
import { inspectWords as words } from './inspect-words';
import type { InspectorRow, InspectorSection } from './scene';

const roleWords: Readonly<Record<Role, string>> = { client: 'client', server: 'server', both: 'client and server' };

export function roleSection(host: Host, { roles, trace, step }: Inspected): InspectorSection {
  const known = roles.find((entry) => entry.host.name === host.name);
  const rows: InspectorRow[] = [];
  const acts = step !== undefined && (step.client === host.name || step.server === host.name);
  if (acts) rows.push(plain('In this step', step.client === host.name ? 'client' : 'server', step.line));
  if (trace && step) rows.push(...sofar(trace, host.name, step.index));
  if (known?.declared) rows.push(plain('Declared', roleWords[known.declared], host.roleSpan?.line ?? host.span.line));
  if (known?.capable) rows.push(...withEvidence('Can be', roleWords[known.capable], known.evidence.capable));
  rows.push(...exercised(known));
  return { id: 'roles', title: 'Roles', rows, empty: 'Nothing in the file gives it a role yet.' };
}

/** One row for each role, in the order in which it took them: `client of music, since step 4 (2 ms)`. */
function sofar(trace: Trace, host: string, now: number): InspectorRow[] {
  const taken = changelogOf(trace)
    .roles(host)
    .filter(({ step }) => step <= now);
  return taken.map((first, place) => {
    const began = trace.steps.at(first.step);
    const since = `since step ${formatCount(first.step + 1)} (${formatDuration(began?.startMs ?? 0)})`;
    const row = plain(place === 0 ? 'So far' : '', `${roleOf(first)}, ${since}`, began?.line);
    return newIf(first.step === now, row);
  });
}

function roleOf({ service, role }: FirstRole): string {
  return service === '' ? role : `${role} of ${isolate(service)}`;
}

function exercised(known: HostRoles | undefined): InspectorRow[] {
  if (!known) return [];
  if (!known.exercised) return [plain('In all flows', 'takes no part', undefined)];
  return withEvidence('In all flows', roleWords[known.exercised], known.evidence.exercised);
}

/** The first reason goes with the role itself, further ones below it. */
function withEvidence(title: string, role: string, evidence: readonly Evidence[]): InspectorRow[] {
  const shown = evidence.slice(0, 5).map(({ text, span }) => plain('', text, span.line));
  const left = evidence.length - shown.length;
  const more = left > 0 ? [plain('', words.morePlaces(left), undefined)] : [];
  return [plain(title, role, evidence[0]?.span.line), ...shown, ...more];
}
