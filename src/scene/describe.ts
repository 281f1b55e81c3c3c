/**
 * One step of a run in plain sentences, for pupils of about 15: who asks whom for what, who is client and who server,
 * and if it fails, why. The sentences are in tables by verb; names are the file's own, the words are those of the field.
 */
import type { TraceStep } from '../simulation/trace';
import { changes, changesSomehow, deeds, waits } from './describe-changes';
import {
  answers,
  answersInOwnWords,
  asksInOwnWords,
  pushes,
  pushesInOwnWords,
  requests,
  transfers,
} from './describe-messages';
import { isolate } from './formats';
import { from, to, what } from './terms';
import type { Wording } from './wording';

/** `roles` false leaves out who is client and who server, for those who are to find out. */
export function describe(step: TraceStep, wording: Wording, roles = true): string {
  const obstacle = step.outcome === 'failed' ? whatCannotBeDone(step, wording) : undefined;
  if (obstacle !== undefined) return `${obstacle}: ${sentence(step.why ?? 'it did not work')}`;
  const sentences = [whatHappens(step, wording), roles ? whoIsWho(step) : ''];
  if (step.why !== undefined) sentences.push(reason(step, step.why));
  return sentences.filter((each) => each !== '').join(' ');
}

/** In one sentence, to point to the step from elsewhere: without who is who, and without why. */
export function describeShortly(step: TraceStep, wording: Wording): string {
  const obstacle = step.outcome === 'failed' ? whatCannotBeDone(step, wording) : undefined;
  return firstSentence(obstacle === undefined ? whatHappens(step, wording) : sentence(obstacle));
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** What failed before anything was under way, or arrives as an error; undefined for what is lost on its way. */
function whatCannotBeDone(step: TraceStep, wording: Wording): string | undefined {
  const { kind, verb, path, to: receiver } = step;
  if (kind === 'state') return `${from(step)} cannot ${deeds[verb ?? '']?.(step, wording) ?? verb ?? 'act'}`;
  if (receiver === undefined) return undefined;
  if (path.length === 0) return `${from(step)} ${isAnswer(step) ? 'can no longer answer' : 'cannot reach'} ${to(step)}`;
  if (kind !== 'response' || step.answer !== undefined || path.at(-1) !== receiver) return undefined;
  return verb === 'get'
    ? `${from(step)} cannot send ${what(step)} to ${to(step)}`
    : `${from(step)} answers ${to(step)} with an error`;
}

function isAnswer({ kind }: TraceStep): boolean {
  return kind === 'response' || kind === 'data' || kind === 'piece' || kind === 'hit';
}

function whatHappens(step: TraceStep, wording: Wording): string {
  const verb = step.verb ?? '';
  switch (step.kind) {
    case 'request':
    case 'query':
      return (requests[verb] ?? asksInOwnWords)(step, wording);
    case 'response':
    case 'hit':
      return (answers[verb] ?? answersInOwnWords)(step, wording);
    case 'data':
    case 'piece':
      return transfers(step, wording);
    case 'push':
    case 'stream':
      return (pushes[verb] ?? pushesInOwnWords)(step, wording);
    case 'state':
    case 'fault':
      return (changes[verb] ?? changesSomehow)(step, wording);
    case 'note':
      return verb === 'wait' ? waits(step) : (step.text ?? '');
  }
}

/** "alice is the client, napster the server." With the reason where it is not obvious; an answer has the roles of its question. */
function whoIsWho({ kind, client, server, from: sender }: TraceStep): string {
  const begins = kind === 'request' || kind === 'query' || kind === 'push' || kind === 'stream';
  if (!begins || client === undefined || server === undefined) return '';
  return server === sender
    ? `${isolate(server)} is the server, because it provides; ${isolate(client)} is the client, because it receives.`
    : `${isolate(client)} is the client, ${isolate(server)} the server.`;
}

function reason({ outcome }: TraceStep, why: string): string {
  return outcome === 'failed' ? `It fails: ${sentence(why)}` : sentence(why);
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
