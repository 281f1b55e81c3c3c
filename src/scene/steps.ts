/** The list of steps: one short row for each, the same words that the file uses. */
import type { Trace, TraceKind, TraceStep } from '../simulation/trace';
import { formatDuration, formatSize, isolate, listOf } from './formats';
import type { MessageShape, StepSummary } from './scene';

export function stepSummaries(trace: Trace | undefined): StepSummary[] {
  return (trace?.steps ?? []).map(stepSummary);
}

export function stepSummary(step: TraceStep): StepSummary {
  return {
    index: step.index,
    shape: messageShape(step),
    who: who(step),
    what: messageLabel(step),
    time: formatDuration(step.endMs),
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

/** An upload is a request that carries the data itself. */
export function messageShape({ kind, verb }: TraceStep): MessageShape {
  return kind === 'request' && verb === 'put' ? 'data' : shapes[kind];
}

function who({ from, to }: TraceStep): string {
  if (from === undefined) return '';
  return to === undefined ? isolate(from) : `${isolate(from)} → ${isolate(to)}`;
}

/** `lookup "song.mp3"`, `song.mp3 · 4 MB`, `bob has it`: what is written on the message. */
export function messageLabel(step: TraceStep): string {
  const { kind, verb, resource, text, sizeBytes } = step;
  const size = sizeBytes === undefined ? '' : ` · ${formatSize(sizeBytes)}`;
  if (kind === 'note') return text ?? verb ?? 'note';
  if (step.answer) return answerLabel(step.answer);
  if (kind === 'response' && step.outcome === 'ok' && acknowledged.has(verb ?? '')) return `ok: ${verb}`;
  if (kind === 'response' && resource === undefined && text === undefined) return `answer${size}`;
  if (kind === 'data' || kind === 'piece' || kind === 'response') return `${resource ?? text ?? 'data'}${size}`;
  if (verb === 'send' || verb === undefined) return `${text ?? 'message'}${size}`;
  const object = resource !== undefined ? ` "${resource}"` : text !== undefined ? ` "${text}"` : '';
  return kind === 'state' && step.service !== undefined ? `${verb} ${step.service}` : `${verb}${object}${size}`;
}

const acknowledged = new Set(['register', 'unregister', 'put', 'login']);

function answerLabel(answer: readonly string[]): string {
  return answer.length === 0 ? 'nobody has it' : `at ${listOf(answer.map(isolate), 3)}`;
}
