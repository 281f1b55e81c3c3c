/** The list of steps: one short row for each, the same words that the file uses. */
import { messageKinds } from '../simulation/roles';
import type { StepList } from '../simulation/step-list';
import type { Trace, TraceKind, TraceStep } from '../simulation/trace';
import { isolate } from './formats';
import type { MessageShape, StepSummary } from './scene';
import { english, type Words } from './words';

/** A list of more steps than this is handed over a stretch at a time. */
const longList = 20_000;
const stretch = 1000;

/**
 * The steps to list at a position: all of them, or of a long run those around it. The same stretch for positions close to
 * each other, so that it need not be handed over with every step.
 */
export function stepsAround(
  trace: Trace | undefined,
  position: number,
): { readonly from: number; readonly to: number } {
  const count = trace?.steps.length ?? 0;
  if (count <= longList) return { from: 0, to: count };
  const from = Math.max(0, (Math.round(position / stretch) - 1) * stretch);
  return { from, to: Math.min(count, from + 2 * stretch) };
}

/** The id under which a node of the file is drawn. */
export type IdOf = (name: string) => string;

const asNamed: IdOf = (name) => name;

export function stepSummaries(
  trace: Trace | undefined,
  from = 0,
  to = trace?.steps.length ?? 0,
  idOf = asNamed,
  words = english,
): StepSummary[] {
  return trace?.steps.slice(from, to).map((step) => stepSummary(step, trace, idOf, words)) ?? [];
}

export function stepSummary(step: TraceStep, { steps }: Trace, idOf: IdOf, words = english): StepSummary {
  const { from, to, startMs, endMs, cause } = step;
  return {
    ...stepRow(step, words),
    place: step.index,
    from: from === undefined ? undefined : idOf(from),
    to: to === undefined ? undefined : idOf(to),
    members: [from, to]
      .flatMap((name) => (name === undefined || idOf(name) === name ? [] : [isolate(name)]))
      .join(' → '),
    ...{ startMs, endMs, cause },
    begunByEnd: Math.max(step.index + 1, begunBefore(steps, endMs)),
    isReply: isReply(step, steps),
    isRepair: step.kind === 'fault' && (step.verb === 'online' || step.verb === 'restore'),
    fate: fateOf(step),
  };
}

/** What a row says, wherever the step is. */
export type StepRow = Pick<StepSummary, 'index' | 'shape' | 'who' | 'what' | 'time' | 'ends' | 'failed' | 'line'>;

export function stepRow(step: TraceStep, words = english): StepRow {
  return {
    index: step.index,
    shape: messageShape(step),
    who: who(step),
    what: messageLabel(step, words),
    time: words.formats.duration(step.startMs),
    ends: words.formats.duration(step.endMs),
    failed: step.outcome === 'failed',
    line: step.line,
  };
}

const shapes: Readonly<Record<TraceKind, MessageShape>> = {
  request: 'request',
  response: 'response',
  data: 'data',
  push: 'push',
  query: 'query',
  hit: 'response',
  piece: 'data',
  stream: 'push',
  state: 'state',
  fault: 'fault',
  note: 'note',
};

export function messageShape(step: TraceStep): MessageShape {
  return isError(step) ? 'fault' : contentShape(step);
}

/** An upload is a request that carries the data itself. */
export function contentShape({
  kind,
  verb,
}: Pick<TraceStep, 'kind'> & { readonly verb?: string | undefined }): MessageShape {
  return kind === 'request' && verb === 'put' ? 'data' : shapes[kind];
}

/** An answer that arrives, and says that there is none. */
function isError({ kind, outcome, answer, path, to }: TraceStep): boolean {
  return kind === 'response' && outcome === 'failed' && answer === undefined && path.at(-1) === to;
}

/** How many steps begin before a time: steps are in the order of their beginnings. */
function begunBefore({ columns: { startMs } }: StepList, timeMs: number): number {
  let [from, to] = [0, startMs.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((startMs[middle] ?? 0) < timeMs) from = middle + 1;
    else to = middle;
  }
  return from;
}

const answering: ReadonlySet<TraceKind> = new Set(['response', 'data', 'hit', 'piece']);

function isReply({ kind, from, to, cause }: TraceStep, { columns }: StepList): boolean {
  if (!answering.has(kind)) return false;
  if (kind === 'response' || kind === 'hit') return true;
  if (cause === undefined) return false;
  const nameOf = (place: number | undefined) => columns.names[place ?? -1];
  return nameOf(columns.from[cause]) === to && nameOf(columns.to[cause]) === from;
}

function fateOf({ kind, outcome, path, to }: TraceStep): StepSummary['fate'] {
  if (outcome === 'ok' || !messageKinds.has(kind) || path.at(-1) === to) return 'arrived';
  return path.length === 0 ? 'unsent' : 'lost';
}

function who({ kind, from, to }: TraceStep): string {
  if (from === undefined) return '';
  return to === undefined ? isolate(from) : `${isolate(from)} ${kind === 'fault' ? '–' : '→'} ${isolate(to)}`;
}

/** `lookup "song.mp3"`, `song.mp3 · 4 MB`, `bob has it`: what is written on the message. */
export function messageLabel(step: TraceStep, words = english): string {
  const { labels } = words;
  const { kind, verb = '', resource, text } = step;
  if (verb === 'wait') return labels.wait(step.endMs - step.startMs);
  if (kind === 'note') return text ?? labels.note;
  if (step.answer) return answerLabel(step, step.answer, words);
  if (kind === 'fault' || kind === 'state') return eventLabel(step, words);
  if (isError(step)) return labels.error;
  const isReply = (kind === 'response' || kind === 'hit') && text === undefined;
  const acknowledgement = (labels.acknowledgements as ByVerb)[verb];
  if (isReply && acknowledgement !== undefined) return acknowledgement;
  if (kind === 'response' && resource === undefined && text === undefined)
    return `${labels.answer}${size(step, words)}`;
  if (kind === 'data' || kind === 'piece' || kind === 'response') return `${contents(step, words)}${size(step, words)}`;
  return `${question(step, words)}${size(step, words)}`;
}

type ByVerb = Readonly<Record<string, string>>;

function size({ sizeBytes }: TraceStep, { formats }: Words): string {
  return sizeBytes === undefined ? '' : ` · ${formats.size(sizeBytes)}`;
}

function contents({ piece, resource, text }: TraceStep, { labels }: Words): string {
  return piece === undefined ? (resource ?? text ?? labels.data) : labels.piece(piece + 1);
}

/** `lookup "song.mp3"`, `get piece 7`, `query "song.mp3" · TTL 3`, the author's own words. */
function question({ verb = '', resource, text, piece, ttl, kind, from }: TraceStep, { labels }: Words): string {
  if (verb === 'send' || verb === '') return text ?? labels.message;
  if (kind === 'stream') return text === undefined || text === from ? labels.stream : labels.streamOf(isolate(text));
  if (piece !== undefined) return `${verb} ${labels.piece(piece + 1)}`;
  const object = resource ?? text;
  const asked = `${verb}${object === undefined ? '' : ` "${object}"`}`;
  if (verb === 'announce' && text !== undefined) return `${asked} · ${text}`;
  return ttl === undefined ? asked : `${asked} · TTL ${ttl}`;
}

function eventLabel({ verb = '', service, resource, text }: TraceStep, { labels }: Words): string {
  const object = resource ?? text;
  if (object !== undefined) return `${verb} "${object}"`;
  const event = (labels.events as ByVerb)[verb] ?? verb;
  return service === undefined ? event : labels.eventOf(event, service);
}

export function answerLabel({ kind, verb = '' }: TraceStep, answer: readonly string[], { labels }: Words): string {
  const hosts = answer.map(isolate);
  const isNobody = hosts.length === 0;
  if (pointing.has(verb)) return isNobody ? labels.nobodyElse : labels.ask(hosts);
  if (kind === 'state' && verb === 'publish') return isNobody ? labels.nobodyKeeps : labels.keptBy(hosts);
  if (kind === 'state') return isNobody ? labels.foundNobody : labels.found(hosts);
  return isNobody ? labels.nobodyHas : labels.have(hosts);
}

/** The answer says whom to ask next. */
const pointing: ReadonlySet<string> = new Set(['announce', 'find-node']);
