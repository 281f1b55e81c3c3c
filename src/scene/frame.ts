/**
 * One position in a run as it is drawn and said. A pure function of the recording: position 0 is before the first step,
 * position n shows step n under way and the world as it is after it. Runs nothing.
 */
import type { HostRoles } from '../analysis/analysis';
import type { Node, Topology } from '../language/topology';
import { stateAt } from '../simulation/seek';
import type { Trace, TraceStep } from '../simulation/trace';
import type { World } from '../simulation/world';
import { describe } from './describe';
import { type Drawn, type DrawnEdge, type DrawnNode, drawn } from './drawn';
import { isolate } from './formats';
import { inspect, inspectInShort, type Moment } from './inspect';
import { type UnderWay, underWay } from './moving';
import { nodePieces } from './pieces';
import type { Crowd, Frame, Inspector, NodePieces, NodeState, RoleNow } from './scene';
import { wordingOf } from './wording';
import { english, type Words } from './words';
import { worldBefore } from './world-before';

/**
 * `selection` is a drawn id; `trace` undefined where the file has no flow or it was not run; of what is under way besides
 * the step only what is `visible` is drawn.
 */
export function frame(
  topology: Topology,
  trace: Trace | undefined,
  position: number,
  selection: string | undefined,
  roles: readonly HostRoles[],
  network = drawn(topology),
  visible?: Uint8Array,
  words = english,
): Frame {
  const count = trace?.steps.length ?? 0;
  const at = Math.max(0, Math.min(Math.trunc(position) || 0, count));
  const step = trace?.steps.at(at - 1);
  const state = trace ? stateAt(trace, at) : worldBefore(topology);
  const moment: Moment = { topology, network, trace, state, step, roles, words };
  const pieces: PiecesOf = (host) => (trace ? nodePieces(topology, trace, host, at) : undefined);
  const { messages, ...together } = trace ? underWay(topology, network, trace, step, visible, words) : nobody;
  return {
    position: at,
    count,
    sentence: sentence(topology, trace, step, together, words),
    riddle: sentence(topology, trace, step, together, words, false),
    note: trace ? latestNote(trace, at) : '',
    time: trace ? words.picture.time(step?.endMs ?? 0, trace.endMs) : '',
    messages,
    nodes: network.nodes.map((node) => nodeState(node, state, step, pieces, words)),
    ...edgesDown(network, state),
    line: step?.line,
    span: step && { startMs: step.startMs, endMs: step.endMs },
    failed: step?.outcome === 'failed',
    inspector: selection === undefined ? undefined : inspect(moment, selection),
    participants: selection === undefined ? participants(moment) : [],
  };
}

const nobody: UnderWay = { messages: [], others: 0, drawn: 0 };

function sentence(
  topology: Topology,
  trace: Trace | undefined,
  step: TraceStep | undefined,
  { others, drawn: shown }: Omit<UnderWay, 'messages'>,
  words: Words,
  roles = true,
): string {
  const { picture } = words;
  if (!trace) return topology.flows.length > 0 ? '' : picture.noFlow;
  if (!step) return beforeTheFirst(trace, words);
  const parts = [describe(step, wordingOf(topology, trace, words), roles)];
  if (others > 0) parts.push(picture.underWay(others));
  if (shown < others) parts.push(picture.shown(shown));
  if (step.index === trace.steps.length - 1 && trace.outcome === 'failed')
    parts.push(failure(trace, parts[0] ?? '', words));
  return parts.filter((part) => part !== '').join(' ');
}

function failure({ why }: Trace, alreadySaid: string, { picture, reason }: Words): string {
  const because = why === undefined ? undefined : reason(why);
  return picture.flowFails(because === undefined || alreadySaid.includes(because) ? undefined : because);
}

function beforeTheFirst({ steps, flow, scenario }: Trace, { picture }: Words): string {
  return steps.length === 0 ? picture.noSteps(flow) : picture.beforeTheFirst(flow, scenario);
}

function latestNote(trace: Trace, position: number): string {
  return trace.steps.latest('note', position)?.text ?? '';
}

/** The client and the server of the step; else whoever acts. */
function participants(moment: Moment): readonly Inspector[] {
  const { client, server, from, to } = moment.step ?? {};
  const names = client === undefined && server === undefined ? [from, to] : [client, server];
  const known = [...new Set(names)].filter((name) => name !== undefined);
  return known.flatMap((name) => inspectInShort(moment, name) ?? []);
}

type PiecesOf = (host: string) => NodePieces | undefined;

function nodeState(
  { id, members }: DrawnNode,
  state: World,
  step: TraceStep | undefined,
  pieces: PiecesOf,
  words: Words,
): NodeState {
  const crowd = members.length > 1 ? crowdOf(members, state) : undefined;
  const [only] = members;
  return {
    id,
    online: crowd ? crowd.offline < crowd.count : only !== undefined && !state.offline.has(only.name),
    roleNow: roleNow(members, step),
    ...rolesSoFar(members, state, words),
    crowd,
    pieces: crowd || !only ? undefined : pieces(only.name),
  };
}

function crowdOf(members: readonly Node[], state: World): Crowd {
  const roles = members.map(({ name }) => roleOf(state.roles(name)));
  const having = (wanted: RoleNow) => roles.filter((role) => role === wanted).length;
  return {
    count: members.length,
    offline: state.offline.size === 0 ? 0 : members.filter(({ name }) => state.offline.has(name)).length,
    ...{ clients: having('client'), servers: having('server'), both: having('both') },
  };
}

function roleOf(byService: ReturnType<World['roles']>): RoleNow | undefined {
  const all = new Set([...byService.values()].flatMap((roles) => [...roles]));
  const [only] = all;
  return all.size === 2 ? 'both' : only;
}

function roleNow(members: readonly Node[], step: TraceStep | undefined): RoleNow | undefined {
  if (step === undefined || (step.client === undefined && step.server === undefined)) return undefined;
  const isClient = step.client !== undefined && members.some(({ name }) => name === step.client);
  const isServer = step.server !== undefined && members.some(({ name }) => name === step.server);
  if (isClient && isServer) return 'both';
  return isClient ? 'client' : isServer ? 'server' : undefined;
}

function rolesSoFar(members: readonly Node[], state: World, { picture }: Words) {
  const all = new Set<'client' | 'server'>();
  const texts = new Set<string>();
  for (const { name } of members) {
    for (const [service, roles] of state.roles(name)) {
      for (const role of roles) {
        all.add(role);
        texts.add(service === '' ? picture.roles[role] : picture.roleOf(role, isolate(service)));
      }
    }
  }
  const [only] = all;
  const roleSoFar: RoleNow | undefined = all.size === 2 ? 'both' : only;
  return { roleSoFar, roleText: [...texts].join(' · ') };
}

function edgesDown({ edges, idOf, nodeById }: Drawn, state: World): Pick<Frame, 'edgesDown' | 'edgesCut'> {
  if (state.offline.size === 0 && state.cut.size === 0) return { edgesDown: [], edgesCut: [] };
  const isOff = (id: string) => nodeById.get(id)?.members.every((member) => state.offline.has(member.name)) ?? false;
  const off = new Set([...new Set([...state.offline].map(idOf))].filter(isOff));
  const isCut = ({ links }: DrawnEdge) => links.length > 0 && links.every((link) => state.cut.has(link.index));
  const cut = new Set(edges.filter(isCut).map(({ id }) => id));
  const down = edges.filter(({ id, from, to }) => cut.has(id) || off.has(from) || off.has(to));
  return { edgesDown: down.map(({ id }) => id), edgesCut: [...cut] };
}
