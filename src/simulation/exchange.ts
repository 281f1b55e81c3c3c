/**
 * A request and its answer, and a push: the two things of which every flow and every pattern is made. In `A -> B` the
 * server does what the block says before it answers; whatever stops it makes the answer a failed one.
 */
import type { Host, Message, Service } from '../language/topology';
import { shorten } from '../language/wording';
import { type Process, sleep } from './engine';
import { actsWhileOffline, undelivered } from './findings';
import type { OpenStep } from './recorder';
import { causedBy, type Failure, find, isOffline, type Scope } from './run';
import { type Exchange, type Reply, verbFor } from './verbs/verb-table';

export interface Request {
  readonly client: Host;
  readonly server: Host;
  readonly message: Message;
  readonly service: Service | undefined;
  readonly line: number;
  /** What the server does before it answers. */
  readonly body?: (scope: Scope) => Process<Failure | undefined>;
}

export interface Answer {
  readonly failure: Failure | undefined;
  /** The hosts that a lookup was answered with. */
  readonly hosts: readonly string[];
  /** The last step of the exchange. */
  readonly step: number;
}

/** A lost or unanswered message is given up after this time. */
const timeoutMs = 3000;

export function* ask(scope: Scope, request: Request): Process<Answer> {
  const { client, server, message, service } = request;
  const verb = verbFor(message);
  const exchange: Exchange = { scope, client, server, message, service, line: request.line };
  const sizeBytes = verb.requestBytes?.(exchange);
  const step = begin(exchange, 'request', client, server, { text: textOf(message), sizeBytes });
  const lost = yield* carry(exchange, step, client, server);
  if (lost) return { failure: lost, hosts: [], step: step.index };
  for (const change of verb.arrive?.(exchange, step.index) ?? []) scope.run.recorder.change(step, change);
  const inside = causedBy(scope, step);
  const failure = yield* work(inside, request);
  const answering: Exchange = { scope: inside, client, server, message, service, line: request.line };
  const reply = failure ? refusal(server, failure) : (verb.answer?.(answering, step.index) ?? {});
  return yield* respond(answering, reply);
}

/** One-way: the sender provides, so it is the server. */
export function* push(scope: Scope, request: Omit<Request, 'body'>): Process<Failure | undefined> {
  const { client, server, message, service, line } = request;
  const verb = verbFor(message);
  const exchange: Exchange = { scope, client, server, message, service, line };
  const step = begin(exchange, 'push', server, client, {
    text: textOf(message),
    sizeBytes: verb.pushBytes?.(exchange),
  });
  const lack = verb.pushFailure?.(exchange, step.index);
  if (lack) {
    step.outcome = 'failed';
    step.why = sentence(lack.why);
    scope.run.recorder.complete(step);
    return lack;
  }
  const lost = yield* carry(exchange, step, server, client);
  if (lost) return lost;
  for (const change of verb.pushed?.(exchange) ?? []) scope.run.recorder.change(step, change);
  return undefined;
}

function* work(scope: Scope, { body, message }: Request): Process<Failure | undefined> {
  const failure = body && (yield* body(scope));
  if (!failure && message.verb === 'send' && message.takesMs) yield* sleep(scope.run.engine, message.takesMs);
  return failure;
}

/** Of a long chain of servers only the end is told: it is what has to be mended. */
function refusal(server: Host, { why }: Failure): Reply {
  const because = ' could not answer, because ';
  const end = why.length > longestChain ? why.lastIndexOf(because) : -1;
  const cause = end < 0 ? why : why.slice(end + because.length);
  return { failure: { why: `${shorten(server.name)}${because}${cause}` } };
}

const longestChain = 100;

function* respond(exchange: Exchange, reply: Reply): Process<Answer> {
  const { scope, client, server } = exchange;
  const hosts = reply.answer ?? [];
  const step = begin(exchange, reply.kind ?? 'response', server, client, reply);
  const lost = yield* carry(exchange, step, server, client);
  if (lost) return { failure: lost, hosts: [], step: step.index };
  for (const change of reply.changes ?? []) scope.run.recorder.change(step, change);
  return { failure: reply.failure, hosts, step: step.index };
}

/** What a message carries. */
type Content = Pick<Reply, 'text' | 'sizeBytes' | 'answer' | 'stale' | 'failure'>;

function begin(
  { scope, client, server, message, service, line }: Exchange,
  kind: 'request' | 'response' | 'data' | 'push',
  from: Host,
  to: Host,
  content: Content,
): OpenStep {
  return scope.run.recorder.begin({
    kind,
    line,
    from: from.name,
    to: to.name,
    client: client.name,
    server: server.name,
    service: service?.name,
    verb: message.verb,
    resource: 'resource' in message ? message.resource : undefined,
    cause: scope.cause,
    text: content.text,
    sizeBytes: content.sizeBytes,
    answer: content.answer,
    stale: content.stale,
    outcome: content.failure ? 'failed' : 'ok',
    why: content.failure && sentence(content.failure.why),
  });
}

/** Brings the message of a step to its other end, and completes the step. */
function* carry(exchange: Exchange, step: OpenStep, from: Host, to: Host): Process<Failure | undefined> {
  const { scope } = exchange;
  const { engine, recorder, delivering } = scope.run;
  const wasOffline = isOffline(scope, from.name);
  const { path, failure } = yield* delivering.deliver(from, to, step.sizeBytes);
  step.path = path;
  if (failure) {
    step.outcome = 'failed';
    step.why = sentence(failure.why);
    const place = { line: exchange.line, step: step.index };
    const deed = step.kind === 'request' ? `ask ${shorten(to.name)}` : `reach ${shorten(to.name)}`;
    find(
      scope,
      wasOffline ? actsWhileOffline(place, from.name, deed) : undelivered(place, from.name, to.name, failure),
    );
    // Who is offline knows at once that nothing goes out; only those who wait for a message give up later.
    const knownAtOnce = wasOffline && (step.kind === 'request' || step.kind === 'push');
    if (!knownAtOnce) yield* sleep(engine, Math.max(0, step.startMs + timeoutMs - engine.nowMs));
  }
  recorder.complete(step);
  return failure;
}

function textOf(message: Message): string | undefined {
  if (message.verb === 'send') return message.text;
  return message.verb === 'login' ? message.account : undefined;
}

function sentence(why: string): string {
  return `${why}.`;
}
