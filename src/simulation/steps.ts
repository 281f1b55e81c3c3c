/**
 * What each kind of step of a flow does: the table from the language to processes. Steps follow each other; the several
 * hosts of one step act at the same time. A step that fails ends its flow, unless its `otherwise` block takes over.
 */
import type { Fault, Host, Node, Step } from '../language/topology';
import { act } from './actions';
import { loopTurnWork, OutOfBudget } from './budget';
import { all, type Process, sleep } from './engine';
import { ask, push } from './exchange';
import { type Failure, firstFailure, type Scope } from './run';
import type { Change } from './trace';

type Doing = Process<Failure | undefined>;
type StepOf<K extends Step['kind']> = Extract<Step, { readonly kind: K }>;

/** Deeper nesting is no network any more, and each level costs stack. */
const deepest = 200;

export function* runSteps(scope: Scope, steps: readonly Step[]): Doing {
  if (scope.depth > deepest) throw new OutOfBudget(`at ${deepest} blocks inside each other`);
  const inner = { ...scope, depth: scope.depth + 1 };
  for (const step of steps) {
    const doing = runStep(inner, step);
    const failure = doing && (yield* doing);
    if (failure) return failure;
  }
  return undefined;
}

/** Undefined where it is done at once. */
function runStep(scope: Scope, step: Step): Doing | undefined {
  switch (step.kind) {
    case 'request':
      return runRequest(scope, step);
    case 'push':
      return runPush(scope, step);
    case 'offline':
    case 'online':
    case 'cut':
    case 'restore':
      return runFault(scope, step);
    case 'wait':
      return runWait(scope, step);
    case 'note':
      return runNote(scope, step);
    case 'together':
      return runTogether(scope, step);
    case 'repeat':
      return runRepeat(scope, step);
    case 'join':
    case 'leave':
    case 'fetch':
    case 'search':
    case 'publish':
    case 'send':
    case 'call':
      return act(scope, step);
  }
}

function* runRequest(scope: Scope, step: StepOf<'request'>): Doing {
  const { from, to, message, service, otherwise, span } = step;
  const handling = otherwise ? { outer: scope.handling, isNeeded: false } : scope.handling;
  const failure = yield* forEachPair({ ...scope, handling }, from, to, function* (inner, client, server) {
    const body = (inside: Scope) => runSteps(inside, stepsOf(step, server));
    return (yield* ask(inner, { client, server, message, service, line: span.line, body })).failure;
  });
  if (!failure || !otherwise || !handling) return failure;
  handling.isNeeded = true;
  return yield* runSteps(scope, otherwise);
}

function runPush(scope: Scope, { from, to, message, service, span }: StepOf<'push'>): Doing {
  return forEachPair(scope, from, to, (inner, server, client) =>
    push(inner, { client, server, message, service, line: span.line }),
  );
}

/** A block under a request to several hosts says what each of them does: what names the others is not for this one. */
function stepsOf({ to, body }: StepOf<'request'>, server: Host): readonly Step[] {
  if (to.length < 2 || body.length === 0) return body;
  return withoutDeedsOf(new Set(to.filter((host) => host !== server)), body);
}

function withoutDeedsOf(others: ReadonlySet<Host>, steps: readonly Step[]): readonly Step[] {
  const mine = (hosts: readonly Host[]) => hosts.filter((host) => !others.has(host));
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'together' || step.kind === 'repeat') {
      return [{ ...step, body: withoutDeedsOf(others, step.body) }];
    }
    if (step.kind === 'request' || step.kind === 'push') {
      const from = mine(step.from);
      return from.length > 0 ? [{ ...step, from }] : [];
    }
    if (!('hosts' in step) || step.kind === 'call') return [step];
    const hosts = mine(step.hosts);
    return hosts.length > 0 ? [{ ...step, hosts }] : [];
  });
}

/** All pairs at the same time; among several, no host is paired with itself. Waits for all; the first failure counts. */
function* forEachPair(
  scope: Scope,
  from: readonly Host[],
  to: readonly Host[],
  doing: (scope: Scope, from: Host, to: Host) => Doing,
): Doing {
  const [a] = from;
  const [b] = to;
  if (a && b && from.length === 1 && to.length === 1) return yield* doing(scope, a, b);
  return firstFailure(yield* all(scope.run.engine, pairs()));

  // Made one by one while they start, so that the budget can end what would not fit into memory.
  function* pairs(): Generator<Doing> {
    for (const one of from) for (const other of to) if (one !== other) yield doing(scope, one, other);
  }
}

function* runTogether(scope: Scope, { body }: StepOf<'together'>): Doing {
  return firstFailure(
    yield* all(
      scope.run.engine,
      body.map((step) => runSteps(scope, [step])),
    ),
  );
}

function* runRepeat(scope: Scope, { count, body }: StepOf<'repeat'>): Doing {
  for (let turn = 0; turn < count; turn += 1) {
    scope.run.budget.spendWork(loopTurnWork);
    const failure = yield* runSteps(scope, body);
    if (failure) return failure;
  }
  return undefined;
}

function* runWait({ run, cause }: Scope, { durationMs, span }: StepOf<'wait'>): Doing {
  const step = run.recorder.begin({ kind: 'state', verb: 'wait', line: span.line }, { cause });
  yield* sleep(run.engine, durationMs);
  run.recorder.arrive(step);
  return undefined;
}

function runNote({ run, cause }: Scope, { text, span }: StepOf<'note'>): undefined {
  run.recorder.arrive(run.recorder.begin({ kind: 'note', verb: 'note', text, line: span.line }, { cause }));
}

function runFault(scope: Scope, fault: Fault): undefined {
  if (fault.kind === 'offline' || fault.kind === 'online') {
    for (const node of fault.nodes) recordFault(scope, fault, { kind: fault.kind, node: node.name }, node);
  }
  if (fault.kind === 'cut' || fault.kind === 'restore') {
    for (const { index, a, b } of fault.links) recordFault(scope, fault, { kind: fault.kind, link: index }, a, b);
  }
  scope.run.delivering.networkChanged();
}

function recordFault({ run, cause }: Scope, { kind, span }: Fault, change: Change, from: Node, to?: Node): void {
  const step = run.recorder.begin({ kind: 'fault', verb: kind, line: span.line }, { from, to, cause });
  run.recorder.change(step, change);
  run.recorder.arrive(step);
}
