/**
 * A server in the middle of a call, which passes streams on as they are: a Selective Forwarding Middlebox (RFC 7667,
 * section 3.7), usually called a Selective Forwarding Unit. Each sends its media up once, and gets that of each other down: n
 * streams to the server, n(n − 1) from it. Whoever joins while others stream already gets theirs at once.
 *
 * Left out: the server selects nothing (neither who is speaking nor in which quality), keys and addresses are not
 * negotiated. What somebody `sends` goes through the server as well, as in a relay.
 */
import type { Host } from '../../language/topology';
import { isOffline } from '../run';
import type { StepContent } from '../step-list';
import { type Call, type CallAction, createCall } from './call';
import { serversOf } from './central-server';
import type { Pattern } from './pattern';
import { nobodyRuns } from './peers';
import { relay } from './relay';

export const sfu: Pattern = {
  ...relay,
  *call(action) {
    const servers = serversOf(action);
    const server = servers.find(({ name }) => !isOffline(action.scope, name)) ?? servers[0];
    if (!server) return nobodyRuns(action, 'server');
    const call = createCall(action);
    const enter = meeting(server, action, call);
    for (const host of action.hosts) if (host !== server) enter(host);
    return yield* call.ended();
  },
};

/** Lets a host join at the server, send its stream up, and get those of the others. */
function meeting(server: Host, { scope, service, line }: CallAction, call: Call): (host: Host) => void {
  const about = { line, service: service?.name };
  const join: StepContent = { ...about, kind: 'request', verb: 'join' };
  const welcome: StepContent = { ...about, kind: 'response', verb: 'join' };
  const media: StepContent = { ...about, kind: 'stream', verb: 'stream' };
  const present: Host[] = [];
  /** Those whose media the server has, each as it is passed on. */
  const streams = new Map<Host, StepContent>();
  return (host) =>
    call.send({ content: join, from: host, to: server, client: host, cause: scope.cause }, (asked) => {
      becomeMember(host, asked);
      call.send({ content: welcome, from: server, to: host, client: host, cause: asked }, (joined) => {
        call.send({ content: media, from: host, to: server, client: host, cause: joined }, (up) => share(host, up));
      });
      for (const content of streams.values()) passOn(content, host, asked);
      present.push(host);
    });

  function becomeMember(host: Host, step: number): void {
    const isMember = !service || scope.run.world.state.joined.get(service.name)?.has(host.name);
    if (!isMember) scope.run.recorder.change(step, { kind: 'joins', host: host.name, service: service.name });
  }

  function share(host: Host, step: number): void {
    const content: StepContent = { ...media, text: host.name };
    streams.set(host, content);
    for (const other of present) if (other !== host) passOn(content, other, step);
  }

  function passOn(content: StepContent, to: Host, cause: number): void {
    call.send({ content, from: server, to, client: to, cause });
  }
}
