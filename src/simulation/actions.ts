/**
 * `bob joins music`, `alice fetches R`: hands each action to the pattern of its service. What is the same for all
 * patterns is here: who has joined, that who is offline cannot act, and what to say of a pattern that cannot do it.
 */
import type { Host, Service, Step } from '../language/topology';
import { shorten } from '../language/wording';
import { all, type Process } from './engine';
import { actionFailed, actsWhileOffline } from './findings';
import type { Action, Pattern } from './patterns/pattern';
import { patterns } from './patterns/pattern-table';
import { causedBy, type Failure, find, firstFailure, isOffline, type Scope } from './run';
import { serviceOf } from './services';
import type { Change } from './trace';
import { quoted } from './words';

type Doing = Process<Failure | undefined>;
type ActionStep = Extract<Step, { readonly kind: 'join' | 'leave' | 'fetch' | 'search' | 'publish' | 'send' | 'call' }>;
/** What each host does for itself, even where several do it at the same time. */
type LoneStep = Exclude<ActionStep, { readonly kind: 'call' }>;

export function* act(scope: Scope, step: ActionStep): Doing {
  if (step.kind === 'call') return yield* call(scope, step);
  const service = 'resource' in step ? serviceOf(scope.run.topology, step) : step.service;
  const [only] = step.hosts;
  if (only && step.hosts.length === 1) return yield* actAlone(scope, step, only, service);
  return firstFailure(yield* all(scope.run.engine, eachAlone(scope, step, service)));
}

function* eachAlone(scope: Scope, step: LoneStep, service: Service | undefined): Generator<Doing> {
  for (const host of step.hosts) yield actAlone(scope, step, host, service);
}

function* actAlone(scope: Scope, step: LoneStep, host: Host, service: Service | undefined): Doing {
  const { line } = step.span;
  if (isOffline(scope, host.name)) {
    recordState(scope, step, host, service, `${shorten(host.name)} is offline.`);
    find(scope, actsWhileOffline({ line, step: undefined }, host.name, deeds[step.kind]));
    return { why: `${shorten(host.name)} is offline` };
  }
  const pattern = service ? patterns[service.pattern] : patterns.request;
  const doing = pattern && startAction(pattern, step, { scope, service, host, line });
  if (!doing) return cannot(scope, step, service);
  return yield* doing;
}

function startAction(pattern: Pattern, step: LoneStep, action: Action): Doing | undefined {
  switch (step.kind) {
    case 'join':
      return pattern.join && changeMembership(pattern.join, 'joins', step, action);
    case 'leave':
      return pattern.leave && changeMembership(pattern.leave, 'leaves', step, action);
    case 'fetch':
    case 'search':
    case 'publish':
      return pattern[step.kind]?.({ ...action, resource: step.resource });
    case 'send':
      return pattern.send?.({ ...action, text: step.text });
  }
}

function* changeMembership(
  membership: (action: Action) => Doing | undefined,
  kind: 'joins' | 'leaves',
  step: ActionStep,
  action: Action,
): Doing {
  const { scope, service, host } = action;
  const change: Change | undefined = service && { kind, host: host.name, service: service.name };
  const state = recordState(scope, step, host, service, undefined, change);
  const doing = membership({ ...action, scope: causedBy(scope, state) });
  return doing && (yield* doing);
}

function* call(scope: Scope, step: Extract<ActionStep, { readonly kind: 'call' }>): Doing {
  const { hosts, service, span } = step;
  const pattern = service ? patterns[service.pattern] : patterns.request;
  const doing = pattern?.call?.({ scope, service, hosts, line: span.line });
  return doing ? yield* doing : cannot(scope, step, service);
}

/** The step of the trace that shows an action which is not a message. */
function recordState(
  { run, cause }: Scope,
  step: ActionStep,
  host: Host,
  service: Service | undefined,
  why: string | undefined,
  change?: Change,
): number {
  const { kind: verb, span } = step;
  const resource = 'resource' in step ? step.resource : undefined;
  const content = { kind: 'state', verb, line: span.line, service: service?.name, resource } as const;
  const state = run.recorder.begin(content, { from: host, cause });
  if (why !== undefined) run.recorder.markFailed(state, why);
  if (change) run.recorder.change(state, change);
  run.recorder.arrive(state);
  return state;
}

function cannot(scope: Scope, step: ActionStep, service: Service | undefined): Failure {
  const pattern = quoted(service?.pattern ?? 'request');
  const subject = service ? `the pattern ${pattern} of ${shorten(service.name)}` : `the pattern ${pattern}`;
  const isKnown = patterns[service?.pattern ?? 'request'] !== undefined;
  const why = `${subject} ${isKnown ? `cannot be made to ${deeds[step.kind]}` : 'is not simulated yet'}`;
  const able = Object.entries(patterns).flatMap(([name, one]) => (one?.[step.kind] ? name : []));
  const remedy = `Write the messages one by one, or choose a pattern that can: ${able.join(', ')}.`;
  find(scope, actionFailed({ line: step.span.line, step: undefined }, why, remedy));
  return { why };
}

const deeds = {
  join: 'join',
  leave: 'leave',
  fetch: 'fetch',
  search: 'search',
  publish: 'publish',
  send: 'send to those who joined',
  call: 'call',
} as const;
