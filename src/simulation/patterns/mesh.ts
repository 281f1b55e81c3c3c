/**
 * Each to each, directly: WebRTC (RFC 8825). Two peers agree on what they send by offer and answer (JSEP, RFC 8829), which
 * the signalling server passes on, as neither can reach the other before; then the media goes directly, one stream each
 * way, and no longer needs the server. In a service without a server the peers know each other's addresses, and ask
 * each other directly.
 *
 * A call of n negotiates once for each pair, as WebRTC does: every connection has its own addresses and keys. That is
 * n(n − 1) streams, with six messages of signalling for each pair, the server's answers included: n = 4 makes 48 steps
 * in all, n = 50 makes 9,800, n = 100 makes 39,600. Left out: the search for a way through NAT (ICE, with STUN and TURN
 * servers), the handshake of the keys (DTLS), and renegotiation. As soon as the answer is there both ends stream.
 *
 * `sends` goes over data channels (RFC 8831), directly as well: whoever has joined is taken to be connected.
 */
import type { Host } from '../../language/topology';
import { lossOf } from '../exchange';
import type { FoundFact } from '../recorder';
import { type Failure, find, isOffline } from '../run';
import { runs } from '../services';
import type { StepContent } from '../step-list';
import { createBatch } from './batch';
import { type Call, type CallAction, createCall } from './call';
import { absence, serversOf, tellServer } from './central-server';
import type { Action, Doing, Pattern } from './pattern';
import { membersOf } from './peers';

export const mesh: Pattern = {
  join: (action) => tellSignalling(action, 'join'),
  leave: (action) => tellSignalling(action, 'leave'),
  send: sayToEach,
  *call(action) {
    const absent = absence(action, action.hosts);
    if (absent) return absent;
    const call = createCall(action);
    // They have talked to the server since they joined, so they know which one is there.
    const servers = serversOf(action);
    const server = servers.find(({ name }) => !isOffline(action.scope, name)) ?? servers[0];
    const negotiate = server ? negotiateThrough(server, action, call) : negotiateDirectly(action, call);
    const stream = streaming(action, call);
    for (const [caller, callee] of pairsOf(action)) {
      negotiate(caller, callee, (agreed) => {
        stream(caller, callee, agreed);
        stream(callee, caller, agreed);
      });
    }
    return yield* call.ended();
  },
};

function tellSignalling(action: Action, verb: 'join' | 'leave'): Doing | undefined {
  const servers = serversOf(action);
  return servers.length > 0 ? tellServer(action, verb, servers) : undefined;
}

/** In declaration order; who is there calls who is not. */
function* pairsOf({ scope, hosts }: CallAction): Generator<readonly [Host, Host]> {
  for (const [place, one] of hosts.entries()) {
    const isAway = isOffline(scope, one.name);
    for (const other of hosts.slice(place + 1)) {
      yield isAway && !isOffline(scope, other.name) ? [other, one] : [one, other];
    }
  }
}

/** `agreed` is told the step with which the caller has the answer. */
type Negotiate = (caller: Host, callee: Host, agreed: (step: number) => void) => void;

function negotiateThrough(server: Host, action: CallAction, call: Call): Negotiate {
  const offer = passedOnBy(server, action, call, 'offer');
  const answer = passedOnBy(server, action, call, 'answer');
  return (caller, callee, agreed) => {
    offer(caller, callee, action.scope.cause, (offered) => answer(callee, caller, offered, agreed));
  };
}

/** A request to the signalling server, which answers it and pushes it on to the other side. */
function passedOnBy(server: Host, { service, line }: CallAction, call: Call, verb: 'offer' | 'answer') {
  const about = { line, service: service?.name, verb };
  const request: StepContent = { ...about, kind: 'request' };
  const response: StepContent = { ...about, kind: 'response' };
  const push: StepContent = { ...about, kind: 'push' };
  return (from: Host, to: Host, cause: number | undefined, arrived: (step: number) => void): void => {
    call.send({ content: request, from, to: server, client: from, cause }, (step) => {
      call.send({ content: response, from: server, to: from, client: from, cause: step });
      call.send({ content: push, from: server, to, client: to, cause: step }, arrived);
    });
  };
}

function negotiateDirectly({ scope, service, line }: CallAction, call: Call): Negotiate {
  const offer: StepContent = { kind: 'request', verb: 'offer', line, service: service?.name };
  const answer: StepContent = { kind: 'response', verb: 'answer', line, service: service?.name, text: 'answer' };
  return (client, server, agreed) => {
    call.send({ content: offer, from: client, to: server, client, cause: scope.cause }, (cause) => {
      call.send({ content: answer, from: server, to: client, client, cause }, agreed);
    });
  };
}

function streaming({ service, line }: CallAction, call: Call) {
  const content: StepContent = { kind: 'stream', verb: 'stream', line, service: service?.name };
  return (from: Host, to: Host, cause: number): void => call.send({ content, from, to, client: to, cause });
}

/** It fails if nobody hears it: here no server takes it on the way. */
function* sayToEach(action: Action & { readonly text: string }): Doing {
  const { scope, service, host, line, text } = action;
  const absent = absence(action, [host]);
  if (absent) return absent;
  const content: StepContent = { kind: 'push', verb: 'send', line, service: service?.name, text };
  const batch = createBatch(scope.run);
  let isHeard = false;
  let loss: { readonly fact: FoundFact; readonly failure: Failure } | undefined;
  for (const to of membersOf(scope, service)) {
    if (to === host || !service || !runs(to, service, 'peer')) continue;
    const parcel = { content, from: host, to, client: to, cause: scope.cause };
    const heard = () => {
      isHeard = true;
    };
    batch.send(parcel, heard, (step, failure) => {
      loss ??= { fact: lossOf(scope.run, parcel, step, failure), failure };
    });
  }
  yield* batch.ended();
  if (isHeard || !loss) return undefined;
  find(scope, loss.fact);
  return loss.failure;
}
