/** German sentences about what the applications of the patterns say to each other of their own accord. */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type {
  patternAnswers as englishAnswers,
  patternPushes as englishPushes,
  patternRequests as englishRequests,
} from '../en/patterns';
import type { Sentence } from '../sentence';
import { are, from, have, names, pieceOf, quoted, size, to, what } from './terms';

export const patternRequests: Readonly<Record<keyof typeof englishRequests, Sentence>> = {
  get: asksFor,
  query: passesQuery,
  announce: (step) =>
    step.text === 'stopped'
      ? `${from(step)} sagt ${to(step)}: Ich gebe ${what(step)} nicht mehr weiter.`
      : `${from(step)} sagt ${to(step)}: Ich mache beim Teilen von ${what(step)} mit.`,
  handshake: (step) =>
    step.outcome === 'failed'
      ? `${from(step)} versucht, sich mit ${to(step)} zu verbinden (Handshake).`
      : `${from(step)} verbindet sich mit ${to(step)} (Handshake). Beide sagen einander, welche Teile von ${what(step)} sie haben.`,
  'find-node': (step) =>
    `${from(step)} fragt ${to(step)}: Welche Peers kennst du, deren Schlüssel am nächsten bei ${keyOf(step)} liegen?`,
  'find-value': (step) =>
    `${from(step)} fragt ${to(step)}: Wer hat ${what(step)}? Wenn du es nicht weißt: Welche Peers liegen näher am Schlüssel davon?`,
  store: handsOver,
  getdata: (step) => `${from(step)} fragt ${to(step)} nach ${what(step)}, weil das bei ${from(step)} noch fehlt.`,
  offer: (step, wording) =>
    `${handsTo(step, 'ein Angebot', wording)}: was ${from(step)} senden und empfangen will und wo ${from(step)} zu erreichen ist.`,
  answer: (step, wording) => `${handsTo(step, 'die Antwort', wording)}: ${acceptance(step)}.`,
};

export const patternAnswers: Readonly<Record<keyof typeof englishAnswers, Sentence>> = {
  'query-hit': passesHit,
  announce: namesPeers,
  handshake: (step) =>
    `${from(step)} nimmt die Verbindung an und sagt ${to(step)}, welche Teile von ${what(step)} schon da sind (ein Bitfeld).`,
  'find-node': nearest,
  'find-value': (step) =>
    `${from(step)} antwortet ${to(step)}: ${have(step.answer ?? [])} ${what(step)}.${staleRecord(step)}`,
  store: (step) => `${from(step)} bestätigt, dass der Eintrag aufbewahrt wird.`,
  offer: (step) => `${from(step)} bestätigt ${to(step)}, dass das Angebot weitergegeben wird.`,
  answer: (step) =>
    step.text === undefined
      ? `${from(step)} bestätigt ${to(step)}, dass die Antwort weitergegeben wird.`
      : `${from(step)} antwortet auf das Angebot von ${to(step)}: ${acceptance(step)}.`,
};

export const patternPushes: Readonly<Record<keyof typeof englishPushes, Sentence>> = {
  inv: announces,
  send: passesOn,
  offer: (step, wording) =>
    `${from(step)} gibt ${whose(step, 'das Angebot', wording)} an ${to(step)} weiter, damit die beiden einander finden.`,
  answer: (step, wording) =>
    `${from(step)} gibt ${whose(step, 'die Antwort', wording)} an ${to(step)} weiter. Jetzt können die beiden einander direkt erreichen.`,
  stream: streams,
};

export function whereFrom(step: TraceStep, { cache }: Wording): string {
  return cache(step) === 'hit'
    ? `${from(step)} hat eine Kopie behalten, also wird niemand sonst gefragt: ein Cache-Hit.`
    : '';
}

function asksFor(step: TraceStep, wording: Wording): string {
  const thing = step.piece === undefined ? what(step) : pieceOf(step, wording);
  return wording.cache(step) === 'miss'
    ? `${from(step)} hat noch keine Kopie von ${thing} und fragt deshalb ${to(step)}: ein Cache-Miss.`
    : `${from(step)} fragt ${to(step)} nach ${thing}.`;
}

function announces(step: TraceStep, { leadsOn }: Wording): string {
  const tells = `${from(step)} sagt dem Nachbarn ${to(step)}: Ich habe ${what(step)}.`;
  if (step.outcome === 'failed') return tells;
  return leadsOn(step)
    ? `${tells} Wem das fehlt, der fragt danach.`
    : `${tells} ${to(step)} hat das schon oder hat anderswo danach gefragt und fragt deshalb nicht.`;
}

function passesQuery(step: TraceStep, { queries }: Wording): string {
  const known = queries();
  const origin = known?.origin(step.index);
  const query =
    origin === undefined || origin === step.from
      ? `${from(step)} fragt ${to(step)}, wer ${what(step)} hat.`
      : `${from(step)} leitet die Suchanfrage von ${isolate(origin)} nach ${what(step)} an ${to(step)} weiter.`;
  if (known?.isRepeated(step.index)) return `${query} ${repeated(step, origin)}`;
  return [query, reach(step)].join(' ').trim();
}

function repeated(step: TraceStep, origin: string | undefined): string {
  return origin === step.to
    ? `Es ist die eigene Suchanfrage von ${to(step)}, also endet sie hier.`
    : `${to(step)} kennt diese Suchanfrage schon und leitet sie nicht weiter.`;
}

function reach({ ttl, outcome }: TraceStep): string {
  if (ttl === undefined || outcome === 'failed') return '';
  if (ttl <= 1) return `Sie darf nicht mehr weitergeleitet werden (TTL ${ttl}).`;
  return `Sie darf noch ${ttl === 2 ? 'einmal' : `${ttl - 1}-mal`} weitergeleitet werden (TTL ${ttl}).`;
}

function passesHit(step: TraceStep): string {
  const holders = step.answer ?? [];
  const isOwn = holders.length === 1 && holders[0] === step.from;
  return isOwn
    ? `${from(step)} antwortet ${to(step)}: Ich habe ${what(step)}. Die Antwort geht den Weg zurück, auf dem die Suchanfrage kam.`
    : `${from(step)} gibt eine Antwort an ${to(step)} zurück: ${have(holders)} ${what(step)}.`;
}

function namesPeers(step: TraceStep): string {
  const peers = step.answer;
  if (!peers) return `${from(step)} bestätigt ${to(step)}, dass das notiert ist.`;
  if (peers.length === 0) return `${from(step)} antwortet ${to(step)}: Zurzeit teilt sonst niemand ${what(step)}.`;
  const answer = `${from(step)} antwortet ${to(step)}: Teile von ${what(step)} ${peers.length === 1 ? 'hat' : 'haben'} vielleicht ${names(peers)}.`;
  if (step.stale.length === 0) return answer;
  return `${answer} Aber ${are(step.stale)} offline, und ${from(step)} hat davon nichts erfahren.`;
}

function nearest(step: TraceStep): string {
  const { answer = [] } = step;
  return answer.length === 0
    ? `${from(step)} antwortet ${to(step)}: Ich kenne sonst niemanden.`
    : `${from(step)} antwortet ${to(step)}: Am nächsten von allen, die ich kenne, ${answer.length === 1 ? 'ist' : 'sind'} ${names(answer)}.`;
}

function staleRecord(step: TraceStep): string {
  return step.stale.length === 0 ? '' : ` Aber ${are(step.stale)} offline: Der Eintrag ist veraltet.`;
}

function handsOver(step: TraceStep): string {
  const providers = step.changes.flatMap((change) => (change.kind === 'lists' ? [change.host] : []));
  const isOwn = providers.every((host) => host === step.from);
  const record = isOwn ? `Ich habe ${what(step)}` : `${have(providers)} ${what(step)}`;
  return `${from(step)} sagt ${to(step)}: ${record}. Der Schlüssel von ${to(step)} liegt nahe am Schlüssel von ${what(step)}, deshalb soll ${to(step)} den Eintrag für alle aufbewahren, die danach fragen.`;
}

function keyOf(step: TraceStep): string {
  return step.resource === undefined ? 'meinem' : `dem Schlüssel von ${what(step)}`;
}

function handsTo(step: TraceStep, thing: string, { passedOn }: Wording): string {
  const other = passedOn(step)?.to;
  return other === undefined
    ? `${from(step)} sendet ${to(step)} ${thing}`
    : `${from(step)} gibt ${to(step)} ${thing} für ${isolate(other)}`;
}

function acceptance(step: TraceStep): string {
  return `was ${from(step)} annimmt und wo ${from(step)} zu erreichen ist`;
}

function whose(step: TraceStep, thing: string, { cause }: Wording): string {
  const sender = cause(step)?.from;
  return sender === undefined ? thing : `${thing} von ${isolate(sender)}`;
}

function passesOn(step: TraceStep, { cause }: Wording): string {
  const asked = cause(step);
  const isPassedOn = asked?.verb === 'send' && asked.kind === 'request' && asked.to === step.from;
  const thing = step.text === undefined ? 'eine Nachricht' : quoted(step.text);
  return isPassedOn
    ? `${from(step)} leitet ${thing}${size(step)} von ${isolate(asked.from ?? '')} an ${to(step)} weiter, ohne gefragt zu werden: ein Push.`
    : `${from(step)} sendet ${thing}${size(step)} an ${to(step)}, ohne gefragt zu werden: ein Push.`;
}

function streams(step: TraceStep): string {
  if (step.text !== undefined && step.text !== step.from)
    return `${from(step)} leitet einen Stream an ${to(step)} weiter: was ${isolate(step.text)} sagt und zeigt.`;
  return `${from(step)} sendet ${to(step)} einen Stream: was ${from(step)} sagt und zeigt.`;
}
