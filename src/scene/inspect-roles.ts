/**
 * The roles of a host: declared, possible and taken, side by side, each with the lines that cause it; and since when it
 * has had which in this run.
 */
import type { Evidence, HostRoles } from '../analysis/analysis';
import type { Host } from '../language/topology';
import { changelogOf, type FirstRole } from '../simulation/changelog';
import type { Trace } from '../simulation/trace';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { newIf, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import type { Words } from './words';

export function roleSection(host: Host, { roles, trace, step, words }: Inspected): InspectorSection {
  const { inspect: say, picture } = words;
  const known = roles.find((entry) => entry.host.name === host.name);
  const rows: InspectorRow[] = [];
  const acts = step !== undefined && (step.client === host.name || step.server === host.name);
  if (acts) rows.push(plain(say.inThisStep, picture.roles[step.client === host.name ? 'client' : 'server'], step.line));
  if (trace && step) rows.push(...sofar(trace, host.name, step.index, words));
  if (known?.declared)
    rows.push(plain(say.declared, picture.roles[known.declared], host.roleSpan?.line ?? host.span.line));
  if (known?.capable)
    rows.push(...withEvidence(say.canBe, picture.roles[known.capable], known.evidence.capable, words));
  rows.push(...exercised(known, words));
  return { id: 'roles', title: say.roles, rows, empty: say.noRole };
}

/** One row for each role, in the order in which it took them: `client of music, since step 4 (2 ms)`. */
function sofar(trace: Trace, host: string, now: number, words: Words): InspectorRow[] {
  const { inspect: say } = words;
  const taken = changelogOf(trace)
    .roles(host)
    .filter(({ step }) => step <= now);
  return taken.map((first, place) => {
    const began = trace.steps.at(first.step);
    const detail = say.since(roleOf(first, words), first.step + 1, began?.startMs ?? 0);
    const row = plain(place === 0 ? say.soFar : '', detail, began?.line);
    return newIf(first.step === now, row);
  });
}

function roleOf({ service, role }: FirstRole, { picture }: Words): string {
  return service === '' ? picture.roles[role] : picture.roleOf(role, isolate(service));
}

function exercised(known: HostRoles | undefined, words: Words): InspectorRow[] {
  const { inspect: say, picture } = words;
  if (!known) return [];
  if (!known.exercised) return [plain(say.inAllFlows, say.takesNoPart, undefined)];
  return withEvidence(say.inAllFlows, picture.roles[known.exercised], known.evidence.exercised, words);
}

/** The first reason goes with the role itself, further ones below it. */
function withEvidence(title: string, role: string, evidence: readonly Evidence[], words: Words): InspectorRow[] {
  const shown = evidence.slice(0, 5).map(({ text, span }) => plain('', words.reason(text), span.line));
  const left = evidence.length - shown.length;
  const more = left > 0 ? [plain('', words.inspect.morePlaces(left), undefined)] : [];
  return [plain(title, role, evidence[0]?.span.line), ...shown, ...more];
}
