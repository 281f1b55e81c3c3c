/**
 * A request and its answer, and a push: the two things of which every flow and most patterns are made. In `A -> B` the
 * server does what the block says before it answers; whatever stops it makes the answer a failed one.
 */
import type { Host, Message, Service } from '../language/topology';
import { shorten } from '../language/wording';
import type { Undelivered } from './delivery';
import { type Process, sleep } from './engine';
import { actsWhileOffline, undelivered } from './findings';
import { carry, type Parcel } from './messages';
import type { FoundFact } from './recorder';
import { causedBy, type Failure, find, type Run, type Scope } from './run';
import type { StepContent } from './step-list';
import type { Change } from './trace';
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
  /** The hosts that the answer names. */
  readonly hosts: readonly string[];
  /** The last step of the exchange. */
  readonly step: number;
}

/** Nobody has answered; otherwise somebody has answered that it cannot. */
export function isUnanswered(failure: Failure): boolean {
  return 'code' in failure;
}

/** A question of an application to another, in the application's own words. */
export interface Question {
  readonly client: Host;
  readonly server: Host;
  readonly content: StepContent & { readonly kind: 'request' | 'query' };
  /** A piece of a resource, or the TTL of a query. */
  readonly count?: number | undefined;
  /** What is different once the question has arrived. */
  readonly arrived?: (step: number) => readonly Change[];
}

/** Sends the question, lets the server do its work (a process where it takes time), and brings the answer back. */
export function* converse(
  scope: Scope,
  question: Question,
  answering: (scope: Scope, step: number) => Process<Reply> | Reply,
): Process<Answer> {
  const { client, server, content, count } = question;
  const asking: Parcel = { content, from: client, to: server, client, cause: scope.cause, count };
  const step = scope.run.recorder.begin(content, asking);
  const lost = yield* bring(scope, asking, step);
  if (lost) return { failure: lost, hosts: [], step };
  for (const change of question.arrived?.(step) ?? []) scope.run.recorder.change(step, change);
  const inside = causedBy(scope, step);
  const answer = answering(inside, step);
  return yield* respond(inside, question, 'next' in answer ? yield* answer : answer);
}

export function* ask(scope: Scope, request: Request): Process<Answer> {
  const { client, server, message, service, line } = request;
  const verb = verbFor(message);
  const exchange: Exchange = { scope, client, server, message, service, line };
  const content = contentOf(exchange, 'request', verb.requestBytes?.(exchange));
  const arrived = (step: number) => verb.arrive?.(exchange, step) ?? [];
  return yield* converse(scope, { client, server, content, arrived }, function* (inside, step) {
    const failure = yield* work(inside, request);
    return failure ? refusal(server, failure) : (verb.answer?.({ ...exchange, scope: inside }, step) ?? {});
  });
}

/** One-way: the sender provides, so it is the server. */
export function* push(scope: Scope, request: Omit<Request, 'body'>): Process<Failure | undefined> {
  const { client, server, message, service, line } = request;
  const { recorder } = scope.run;
  const verb = verbFor(message);
  const exchange: Exchange = { scope, client, server, message, service, line };
  const content = contentOf(exchange, 'push', verb.pushBytes?.(exchange));
  const parcel: Parcel = { content, from: server, to: client, client, cause: scope.cause };
  const step = recorder.begin(content, parcel);
  const lack = verb.pushFailure?.(exchange, step);
  if (lack) {
    recorder.fail(step, sentence(lack.why), []);
    return lack;
  }
  const lost = yield* bring(scope, parcel, step);
  if (lost) return lost;
  for (const change of verb.pushed?.(exchange) ?? []) recorder.change(step, change);
  return undefined;
}

function* work(scope: Scope, { body, message }: Request): Process<Failure | undefined> {
  const failure = body && (yield* body(scope));
  if (!failure && message.verb === 'send' && message.takesMs) yield* sleep(scope.run.engine, message.takesMs);
  return failure;
}

/** Of a long chain of servers only the end is told: it is what has to be mended. */
export function refusal(server: Host, { why }: Failure): Reply {
  const because = ' could not answer, because ';
  const end = why.length > longestChain ? why.lastIndexOf(because) : -1;
  const cause = end < 0 ? why : why.slice(end + because.length);
  return { failure: { why: `${shorten(server.name)}${because}${cause}` } };
}

const longestChain = 100;

function* respond(scope: Scope, { client, server, content: asked, count }: Question, reply: Reply): Process<Answer> {
  const { recorder } = scope.run;
  const { answer, stale, failure, changes = [], kind = 'response', text, sizeBytes } = reply;
  const { line, verb, service, resource } = asked;
  const content = shared(answers, asked, { kind, line, verb, service, resource, text, sizeBytes });
  const pieces = kind === 'piece' ? count : undefined;
  const parcel: Parcel = { content, from: server, to: client, client, cause: scope.cause, count: pieces };
  const step = recorder.begin(content, parcel);
  if (answer) recorder.detail(step, { answer, stale });
  if (failure) recorder.markFailed(step, sentence(failure.why));
  const lost = yield* bring(scope, parcel, step);
  if (lost) return { failure: lost, hosts: [], step };
  for (const change of changes) recorder.change(step, change);
  return { failure, hosts: answer ?? [], step };
}

/** Brings the message of a step to its other end; what is lost on the way is a finding. */
function* bring(scope: Scope, parcel: Parcel, step: number): Process<Undelivered | undefined> {
  const failure = yield* carry(scope.run, parcel, step);
  if (failure) find(scope, lossOf(scope.run, parcel, step, failure));
  return failure;
}

/** What to report of a message that did not arrive. */
export function lossOf(
  { requestLines }: Run,
  { from, to, content }: Parcel,
  step: number,
  failure: Undelivered,
): FoundFact {
  const place = { line: content.line, step };
  const deed = content.kind === 'request' ? `ask ${shorten(to.name)}` : `reach ${shorten(to.name)}`;
  const isOffline = failure.path.length === 0;
  if (isOffline) return actsWhileOffline(place, from.name, deed);
  return undelivered(place, from.name, to.name, failure, requestLines.has(content.line));
}

/** What was last said with a message, or in answer to a question: in a loop it is the same again and again. */
const sayings = new WeakMap<Message, StepContent>();
const answers = new WeakMap<StepContent, StepContent>();

function contentOf<K extends 'request' | 'push'>(
  { message, service, line }: Exchange,
  kind: K,
  sizeBytes: number | undefined,
): StepContent & { readonly kind: K } {
  const resource = 'resource' in message ? message.resource : undefined;
  const about = { line, verb: message.verb, service: service?.name, resource, text: textOf(message), sizeBytes };
  return shared(sayings, message, { kind, ...about });
}

/** A million steps that say the same share one content. */
function shared<K extends object, C extends StepContent>(known: WeakMap<K, StepContent>, about: K, content: C): C {
  const latest = known.get(about);
  if (latest && saysTheSame(latest, content)) return latest;
  known.set(about, content);
  return content;
}

function saysTheSame<C extends StepContent>(known: StepContent, content: C): known is C {
  return (
    known.kind === content.kind &&
    known.line === content.line &&
    known.verb === content.verb &&
    known.service === content.service &&
    known.resource === content.resource &&
    known.text === content.text &&
    known.sizeBytes === content.sizeBytes
  );
}

function textOf(message: Message): string | undefined {
  if (message.verb === 'send') return message.text;
  return message.verb === 'login' ? message.account : undefined;
}

function sentence(why: string): string {
  return `${why}.`;
}
