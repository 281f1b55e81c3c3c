/**
 * One step of a run in plain sentences, for pupils of about 15: who asks whom for what, who is client and who is server,
 * and if it fails, why. One function a verb. Names are the file's own; the words are those of the field.
 */
import type { TraceStep } from '../simulation/trace';
import { formatDuration, formatSize, isolate, listOf } from './formats';

/** `linkName` gives a link's ends as words (`alice and lan`). */
export interface Wording {
  readonly linkName: (link: number) => string;
}

export function describe(step: TraceStep, wording: Wording): string {
  const obstacle = step.outcome === 'failed' ? whatCannotBeDone(step) : undefined;
  if (obstacle !== undefined) return `${obstacle}: ${sentence(step.why ?? 'it did not work')}`;
  const sentences = [whatHappens(step, wording)];
  if (step.kind === 'request' || step.kind === 'push') sentences.push(whoIsWho(step));
  if (step.why !== undefined) sentences.push(reason(step, step.why));
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

type Sentence = (step: TraceStep) => string;

/** What failed before anything was under way, or arrives as an error; undefined for what is lost on its way. */
function whatCannotBeDone(step: TraceStep): string | undefined {
  const { kind, verb, path, to: receiver } = step;
  if (kind === 'state') return `${from(step)} cannot ${(deeds[verb ?? ''] ?? actsSomehow)(step)}`;
  if (receiver === undefined) return undefined;
  const answers = kind === 'response' || kind === 'data';
  if (path.length === 0) return `${from(step)} ${answers ? 'can no longer answer' : 'cannot reach'} ${to(step)}`;
  if (kind !== 'response' || step.answer !== undefined || path.at(-1) !== receiver) return undefined;
  return verb === 'get'
    ? `${from(step)} cannot send ${what(step)} to ${to(step)}`
    : `${from(step)} answers ${to(step)} with an error`;
}

const deeds: Readonly<Record<string, Sentence>> = {
  join: (step) => `join ${service(step)}`,
  leave: (step) => `leave ${service(step)}`,
  fetch: (step) => `fetch ${what(step)}`,
  search: (step) => `search for ${what(step)}`,
  publish: (step) => `publish ${what(step)}`,
};

function actsSomehow({ verb }: TraceStep): string {
  return verb ?? 'act';
}

function whatHappens(step: TraceStep, wording: Wording): string {
  switch (step.kind) {
    case 'request':
    case 'query':
      return (requests[step.verb ?? ''] ?? asksInOwnWords)(step);
    case 'response':
    case 'hit':
      return (responses[step.verb ?? ''] ?? answersInOwnWords)(step);
    case 'data':
    case 'piece':
      return transfers(step);
    case 'push':
    case 'stream':
      return pushes(step);
    case 'state':
    case 'fault':
      return (changes[step.verb ?? ''] ?? changesSomehow)(step, wording);
    case 'note':
      return step.verb === 'wait' ? waits(step) : (step.text ?? '');
  }
}

/** "alice is the client, napster the server." With the reason where it is not obvious. */
function whoIsWho({ kind, client, server }: TraceStep): string {
  if (client === undefined || server === undefined) return '';
  return kind === 'push'
    ? `${isolate(server)} is the server, because it provides; ${isolate(client)} is the client, because it receives.`
    : `${isolate(client)} is the client, ${isolate(server)} the server.`;
}

function reason({ outcome }: TraceStep, why: string): string {
  return outcome === 'failed' ? `It fails: ${sentence(why)}` : sentence(why);
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

const requests: Readonly<Record<string, Sentence>> = {
  get: (step) => `${from(step)} asks ${to(step)} for ${what(step)}.`,
  put: (step) => `${from(step)} sends ${what(step)}${size(step)} to ${to(step)}: an upload.`,
  lookup: (step) => `${from(step)} asks ${to(step)} where ${what(step)} is.`,
  register: (step) =>
    `${from(step)} tells ${to(step)}: I have ${what(step)}. The file itself stays with ${from(step)}.`,
  unregister: (step) => `${from(step)} tells ${to(step)}: I no longer share ${what(step)}.`,
  login: (step) => `${from(step)} logs in at ${to(step)}${step.text === undefined ? '' : ` as ${isolate(step.text)}`}.`,
  join: (step) => `${from(step)} tells ${to(step)}: I am here and take part in ${service(step)}.`,
  leave: (step) => `${from(step)} tells ${to(step)}: I am leaving ${service(step)}.`,
};

function asksInOwnWords(step: TraceStep): string {
  return step.text === undefined
    ? `${from(step)} asks ${to(step)}.`
    : `${from(step)} sends ${to(step)} the request ${quoted(step.text)}${size(step)}.`;
}

const responses: Readonly<Record<string, Sentence>> = {
  get: transfers,
  put: (step) => `${from(step)} confirms to ${to(step)}: ${what(step)} is stored.`,
  lookup: answersLookup,
  register: (step) => `${from(step)} confirms: ${to(step)} is now on its list for ${what(step)}.`,
  unregister: (step) => `${from(step)} confirms: ${to(step)} is off its list for ${what(step)}.`,
  login: (step) => `${from(step)} lets ${to(step)} in.`,
};

function answersInOwnWords(step: TraceStep): string {
  if (step.text !== undefined) return `${from(step)} answers ${to(step)}: ${quoted(step.text)}${size(step)}.`;
  return `${from(step)} answers ${to(step)}${step.sizeBytes === undefined ? '' : ` with ${formatSize(step.sizeBytes)}`}.`;
}

/** The host that is offline is told apart, because an index does not notice that it has gone. */
function answersLookup(step: TraceStep): string {
  const found = step.answer ?? [];
  if (found.length === 0) return `${from(step)} knows nobody who has ${what(step)}.`;
  const answer = `${from(step)} answers: ${names(found)} ${found.length === 1 ? 'has' : 'have'} ${what(step)}.`;
  if (step.stale.length === 0) return answer;
  const [are, them, entries] =
    step.stale.length === 1
      ? ['is', step.stale.map(isolate).join(), 'the entry is']
      : ['are', 'them', 'the entries are'];
  return `${answer} But ${names(step.stale)} ${are} offline, and ${from(step)} still lists ${them}: ${entries} stale.`;
}

/** Seen from the client: data towards it is a download, data from it an upload. */
function transfers(step: TraceStep): string {
  const direction = step.from === step.client ? 'an upload' : 'a download';
  const thing = step.resource ?? step.text;
  const what = thing === undefined ? 'the data' : named(thing);
  return `${from(step)} sends ${what}${size(step)} to ${to(step)}: ${direction}.`;
}

function pushes(step: TraceStep): string {
  const thing =
    step.text !== undefined ? quoted(step.text) : step.resource !== undefined ? named(step.resource) : 'data';
  return `${from(step)} sends ${thing}${size(step)} to ${to(step)} without being asked: a push.`;
}

const changes: Readonly<Record<string, (step: TraceStep, wording: Wording) => string>> = {
  join: (step) => `${from(step)} joins ${service(step)} and takes part in it from now on.`,
  leave: (step) => `${from(step)} leaves ${service(step)}.`,
  offline: (step) => `${changed(step, 'offline')} offline: nobody can reach ${pronoun(changedNodes(step))} now.`,
  online: (step) => `${changed(step, 'online')} back online.`,
  cut: (step, wording) => `The link between ${links(step, wording)} is cut.`,
  restore: (step, wording) => `The link between ${links(step, wording)} works again.`,
  wait: waits,
};

function changesSomehow(step: TraceStep): string {
  return step.text ?? `Something changes at ${from(step)}.`;
}

/** "bob goes", "bob and carol are". */
function changed(step: TraceStep, kind: 'offline' | 'online'): string {
  const nodes = changedNodes(step);
  const verb = kind === 'offline' ? ['goes', 'go'] : ['is', 'are'];
  return `${names(nodes)} ${nodes.length > 1 ? verb[1] : verb[0]}`;
}

function pronoun(nodes: readonly string[]): string {
  return nodes.length > 1 ? 'them' : names(nodes);
}

function changedNodes(step: TraceStep): readonly string[] {
  const nodes = step.changes.flatMap((change) => ('node' in change ? [change.node] : []));
  return nodes.length > 0 || step.from === undefined ? nodes : [step.from];
}

function links(step: TraceStep, { linkName }: Wording): string {
  const cut = step.changes.flatMap((change) =>
    change.kind === 'cut' || change.kind === 'restore' ? [change.link] : [],
  );
  return cut.length === 0 ? 'two nodes' : listOf(cut.map(linkName), 2);
}

function waits(step: TraceStep): string {
  return `Time passes: ${formatDuration(step.endMs - step.startMs)}.`;
}

function from(step: TraceStep): string {
  return isolate(step.from ?? 'somebody');
}

function to(step: TraceStep): string {
  return isolate(step.to ?? 'somebody');
}

function what(step: TraceStep): string {
  return named(step.resource ?? step.text ?? 'something');
}

function service(step: TraceStep): string {
  return isolate(step.service ?? 'the service');
}

function size({ sizeBytes }: TraceStep): string {
  return sizeBytes === undefined ? '' : ` (${formatSize(sizeBytes)})`;
}

function names(hosts: readonly string[]): string {
  return listOf(hosts.map(isolate));
}

/** A file name stands as it is; a name of several words is quoted. */
function named(resource: string): string {
  return /\s/.test(resource) ? quoted(resource) : isolate(resource);
}

function quoted(text: string): string {
  return `“${isolate(text)}”`;
}
