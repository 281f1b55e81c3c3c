/**
 * What a learner may be asked about the next step before it is shown. Every answer comes from the recording; the author's own
 * questions (`ask`) come first, and where there are none, each new sort of message is asked about once. Pure.
 */
import { type Ask, allSteps, type Flow, type QuestionTopic, type Step, type Topology } from '../language/topology';
import type { Trace, TraceStep } from '../simulation/trace';
import { describe } from './describe';
import { isolate } from './formats';
import { answerLabel, messageLabel } from './steps';
import { type Wording, wordingOf } from './wording';
import type { Words } from './words';

export interface QuestionChoice {
  readonly text: string;
  /** The id of the drawn node that it stands for: pointing at it answers too. */
  readonly node: string | undefined;
}

export interface Question {
  /** Undefined where it is an open one: whoever is asked judges the own answer. */
  readonly about: QuestionTopic | undefined;
  /** What is about to happen, as far as it may be known; empty where nothing need be said. */
  readonly situation: string;
  readonly text: string;
  /** None where the question is an open one. */
  readonly choices: readonly QuestionChoice[];
  /** The place of the right one among the choices. */
  readonly right: number;
  /** What really happens, and why. */
  readonly explanation: string;
}

interface Coming {
  readonly topology: Topology;
  readonly step: TraceStep;
  /** The message that answers it. */
  readonly reply: TraceStep | undefined;
  readonly idOf: (name: string) => string;
  readonly wording: Wording;
}

/** About the step behind a position, in a run of the flow. */
export function questionsAt(
  topology: Topology,
  flow: Flow,
  trace: Trace,
  position: number,
  idOf: (name: string) => string,
  words: Words,
): readonly Question[] {
  const step = trace.steps.at(position);
  if (!step) return [];
  const reply = replyTo(trace, step);
  const coming: Coming = { topology, step, reply, idOf, wording: wordingOf(topology, trace, words) };
  const asks = isFirstOfLine(trace, step) ? asksBefore(flow, step.line) : [];
  if (asks.length > 0) return asks.map((ask) => authorsQuestion(coming, ask));
  return isNew(trace, step) ? usualQuestion(coming) : [];
}

/** Those before a block are about what comes first in it. */
function asksBefore(flow: Flow, line: number): readonly Ask[] {
  return [...allSteps(flow)].flatMap((step) => (firstOf(step).span.line === line ? (step.asks ?? []) : []));
}

function firstOf(step: Step): Step {
  const first = step.kind === 'together' || step.kind === 'repeat' ? step.body[0] : undefined;
  return first ? firstOf(first) : step;
}

/** What does not fit the step is asked all the same, as an open question. */
function authorsQuestion(coming: Coming, { text, about }: Ask): Question {
  const question = about && questionAbout(coming, about);
  return question
    ? { ...question, text }
    : { about: undefined, situation: '', text, choices: [], right: -1, explanation: told(coming) };
}

function usualQuestion(coming: Coming): readonly Question[] {
  const { step, reply } = coming;
  const fits = isAsking(step) ? aboutRequests : isGiven(step) ? aboutPushes : [];
  const usual = fits[Math.floor(step.index / 2) % fits.length];
  const about = hasFailed(coming) ? 'outcome' : reply?.answer && step.verb === 'lookup' ? 'answer' : usual;
  const question = fits.length > 0 && about && questionAbout(coming, about);
  return question ? [question] : [];
}

const aboutRequests: readonly QuestionTopic[] = ['client', 'server', 'outcome', 'next'];
const aboutPushes: readonly QuestionTopic[] = ['server', 'next', 'client'];

function isAsking({ kind }: TraceStep): boolean {
  return kind === 'request' || kind === 'query';
}

function isGiven({ kind }: TraceStep): boolean {
  return kind === 'push' || kind === 'stream';
}

function questionAbout(coming: Coming, about: QuestionTopic): Question | undefined {
  const { step, reply, wording } = coming;
  const { words } = wording;
  const { questions: say } = words;
  if (!isAsking(step) && !isGiven(step)) return undefined;
  const { client, server, to } = step;
  const explanation = told(coming);
  const situation = expected(coming);
  switch (about) {
    case 'client':
    case 'server':
    case 'next': {
      const right = { client, server, next: to }[about];
      return right === undefined ? undefined : { about, text: say[about], ...whoIsIt(coming, right), explanation };
    }
    case 'answer':
      if (!reply?.answer || reply.from === undefined) return undefined;
      return {
        about,
        situation,
        text: say.answer(isolate(reply.from)),
        ...amongAnswers(coming, reply, reply.answer),
        explanation,
      };
    case 'outcome': {
      const choices = [say.works, say.fails].map((text) => ({ text, node: undefined }));
      return { about, situation, text: say.outcome, choices, right: hasFailed(coming) ? 1 : 0, explanation };
    }
  }
}

/** What is said of the message leaves out the one who is asked for. */
function whoIsIt(coming: Coming, right: string): Pick<Question, 'situation' | 'choices' | 'right'> {
  const { from, to } = coming.step;
  const { words } = coming.wording;
  const label = messageLabel(coming.step, words);
  const other = right === from ? to : from;
  const say = right === from ? words.questions.receives : words.questions.sends;
  return { situation: other === undefined ? '' : say(isolate(other), label), ...amongHosts(coming, right) };
}

/** As if all went well, and without a word on who is client and server. */
function expected({ step, wording }: Coming): string {
  const path =
    step.path.length > 0 || step.from === undefined || step.to === undefined ? step.path : [step.from, step.to];
  return describe({ ...step, outcome: 'ok', why: undefined, path }, wording, false);
}

/** What happens, and what comes back. */
function told({ step, reply, wording }: Coming): string {
  return [describe(step, wording), ...(reply ? [describe(reply, wording, false)] : [])].join(' ');
}

function hasFailed({ step, reply }: Coming): boolean {
  return step.outcome === 'failed' || reply?.outcome === 'failed';
}

/** More to choose from only takes longer to read. */
const choicesAtMost = 4;

/** The right one, the other end, and others, in the order of the file, so that the place says nothing. */
function amongHosts({ topology, step, idOf }: Coming, right: string): Pick<Question, 'choices' | 'right'> {
  const ends = [right, step.from, step.to, step.client, step.server].filter((name) => name !== undefined);
  const names = new Set<string>(ends);
  for (const { name } of topology.hosts) {
    if (names.size >= choicesAtMost) break;
    names.add(name);
  }
  const sorted = topology.hosts.flatMap(({ name }) => (names.has(name) ? [name] : []));
  return {
    choices: sorted.map((name) => ({ text: isolate(name), node: idOf(name) })),
    right: sorted.indexOf(right),
  };
}

/** What the answer might be as well: nobody, who really has it, who asks, anybody. */
function amongAnswers(
  { topology, step, wording }: Coming,
  reply: TraceStep,
  right: readonly string[],
): Pick<Question, 'choices' | 'right'> {
  const label = (hosts: readonly string[]) => answerLabel(reply, hosts, wording.words);
  const { hosts } = topology;
  const holders = hosts.filter(({ shares }) => shares.some(({ resource }) => resource === step.resource));
  const single = (name: string | undefined) => (name === undefined ? [] : [[name]]);
  const others = hosts.filter(({ name }) => name !== step.from && name !== step.to).slice(0, choicesAtMost);
  const candidates = [
    ...[right, [], holders.map(({ name }) => name)],
    ...others.map(({ name }) => [name]),
    ...[...single(step.to), ...single(step.from)],
  ];
  const texts = [...new Set(candidates.map(label))].slice(0, choicesAtMost).sort(byCode);
  return { choices: texts.map((text) => ({ text, node: undefined })), right: texts.indexOf(label(right)) };
}

function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A server that asks others first may cause many steps before it answers; no more of them are looked at. */
const lookedAt = 1000;

function replyTo({ steps }: Trace, { index, from }: TraceStep): TraceStep | undefined {
  const { cause } = steps.columns;
  let count = 0;
  for (let place = cause.indexOf(index, index + 1); place >= 0; place = cause.indexOf(index, place + 1)) {
    const effect = steps.at(place);
    if (effect?.to === from && (effect?.kind === 'response' || effect?.kind === 'data' || effect?.kind === 'hit'))
      return effect;
    count += 1;
    if (count >= lookedAt) return undefined;
  }
  return undefined;
}

/** Nothing in the run has said the same before. */
function isNew({ steps: { columns } }: Trace, { index }: TraceStep): boolean {
  return columns.content.indexOf(columns.content[index] ?? -1) === index;
}

function isFirstOfLine({ steps: { columns } }: Trace, { index, line }: TraceStep): boolean {
  for (let place = 0; place < index; place += 1)
    if (columns.contents[columns.content[place] ?? -1]?.line === line) return false;
  return true;
}
