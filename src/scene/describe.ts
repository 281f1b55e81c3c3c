/**
 * One step of a run in plain sentences, for pupils of about 15: who asks whom for what, who is client and who server,
 * and if it fails, why. The sentences are in tables by verb, in each language; names are the file's own, the words are
 * those of the field.
 */
import type { TraceStep } from '../simulation/trace';
import type { Wording } from './wording';
import type { Sentences } from './words/sentence';

/** `roles` false leaves out who is client and who server, for those who are to find out. */
export function describe(step: TraceStep, wording: Wording, roles = true): string {
  const { steps: say, reason: translated } = wording.words;
  const obstacle = step.outcome === 'failed' ? whatCannotBeDone(step, wording) : undefined;
  const why = step.why === undefined ? undefined : sentence(translated(step.why));
  if (obstacle !== undefined) return `${obstacle}: ${why ?? sentence(say.didNotWork)}`;
  const sentences = [whatHappens(step, wording), roles ? whoIsWho(step, wording) : ''];
  if (why !== undefined) sentences.push(step.outcome === 'failed' ? say.fails(why) : why);
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
  const { cannot } = wording.words.steps;
  if (kind === 'state') return cannot.act(step, wording);
  if (receiver === undefined) return undefined;
  if (path.length === 0) return (isAnswer(step) ? cannot.answer : cannot.reach)(step, wording);
  if (kind !== 'response' || step.answer !== undefined || path.at(-1) !== receiver) return undefined;
  return (verb === 'get' ? cannot.send : cannot.serve)(step, wording);
}

function isAnswer({ kind }: TraceStep): boolean {
  return kind === 'response' || kind === 'data' || kind === 'piece' || kind === 'hit';
}

function whatHappens(step: TraceStep, wording: Wording): string {
  const { steps: say } = wording.words;
  const by = (table: Sentences) => table[step.verb ?? ''];
  switch (step.kind) {
    case 'request':
    case 'query':
      return (by(say.requests) ?? say.asksInOwnWords)(step, wording);
    case 'response':
    case 'hit':
      return (by(say.answers) ?? say.answersInOwnWords)(step, wording);
    case 'data':
    case 'piece':
      return say.transfers(step, wording);
    case 'push':
    case 'stream':
      return (by(say.pushes) ?? say.pushesInOwnWords)(step, wording);
    case 'state':
    case 'fault':
      return (by(say.changes) ?? say.changesSomehow)(step, wording);
    case 'note':
      return step.verb === 'wait' ? say.waits(step, wording) : (step.text ?? '');
  }
}

/** "alice is the client, napster the server." With the reason where it is not obvious; an answer has the roles of its question. */
function whoIsWho({ kind, client, server, from: sender }: TraceStep, { words }: Wording): string {
  const begins = kind === 'request' || kind === 'query' || kind === 'push' || kind === 'stream';
  if (!begins || client === undefined || server === undefined) return '';
  const { whoIsWho: asked, whoServesUnasked: unasked } = words.steps;
  return (server === sender ? unasked : asked)(client, server);
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
