/**
 * Pictures of any size, each host drawn on its own whatever the extension would put together: hosts around switches, the
 * switches around a router, and messages from host to host over all of them.
 */
import type { Picture, ToWebview } from '../../src/protocol/messages';
import type { DiagramEdge, DiagramNode, Frame, MovingMessage, NodeState } from '../../src/scene/scene';

const hostsPerSwitch = 25;

export interface Synthetic {
  readonly picture: (revision: number) => ToWebview;
  /** A step in which `moving` messages are under way, other ones for each position. */
  readonly frame: (revision: number, position: number, moving: number) => ToWebview;
}

/** `sample` is a picture of the extension's: what is not network or messages is as it is there. */
export function synthetic(sample: Picture, hosts: number): Synthetic {
  const lans = Math.ceil(hosts / hostsPerSwitch);
  const { node, edge, state } = samplesIn(sample);
  const nodes = placesOf(hosts, lans).map((place): DiagramNode => ({ ...node, ...place, label: place.id }));
  const edges = [
    ...numbered(lans, (lan) => [`lan${lan}`, 'core'] as const),
    ...numbered(hosts, (host) => [`host${host}`, lanOf(host)] as const),
  ].map(([from, to], place): DiagramEdge => ({ ...edge, id: `link-${place}`, from, to }));
  const frameAt = (position: number, moving: number): Frame => ({
    ...sample.frame,
    position,
    count: 1000,
    sentence: `host${position} asks host0.`,
    messages: numbered(moving, (place) => message(place, position, hosts)),
    nodes: nodes.map(({ id }, place) => ({ ...state, id, ...rolesOf(place, position, hosts) })),
  });
  const diagram = { ...sample.diagram, nodes, edges };
  return {
    picture: (revision) => ({ type: 'picture', picture: { ...sample, revision, diagram, frame: frameAt(0, 0) } }),
    frame: (revision, position, moving) => ({ type: 'frame', revision, frame: frameAt(position, moving) }),
  };
}

function samplesIn({ diagram, frame }: Picture) {
  const [node, edge, state] = [diagram.nodes[0], diagram.edges[0], frame.nodes[0]];
  if (!node || !edge || !state) throw new Error('The sample is empty.');
  return { node, edge, state };
}

type Place = Pick<DiagramNode, 'id' | 'shape' | 'x' | 'y'>;

function placesOf(hosts: number, lans: number): readonly Place[] {
  const columns = Math.ceil(Math.sqrt(lans));
  const corner = (lan: number) => ({ left: (lan % columns) * 1000, top: Math.floor(lan / columns) * 1000 });
  return [
    { id: 'core', shape: 'router', x: columns * 500, y: -400 },
    ...numbered(
      lans,
      (lan): Place => ({ id: `lan${lan}`, shape: 'switch', x: corner(lan).left + 400, y: corner(lan).top }),
    ),
    ...numbered(hosts, (host): Place => {
      const { left, top } = corner(Math.floor(host / hostsPerSwitch));
      const place = host % hostsPerSwitch;
      const [x, y] = [left + (place % 5) * 180, top + 170 + Math.floor(place / 5) * 150];
      return { id: `host${host}`, shape: 'host', x, y };
    }),
  ];
}

function lanOf(host: number): string {
  return `lan${Math.floor(host / hostsPerSwitch)}`;
}

/** One client and one server, other ones for each position. */
function rolesOf(place: number, position: number, hosts: number): Pick<NodeState, 'roleNow' | 'roleSoFar'> {
  const [client, server] = [2 + (position % (hosts - 2)), 2 + ((position * 3) % (hosts - 2))];
  const roleNow = place === client ? 'client' : place === server ? 'server' : undefined;
  return { roleNow, roleSoFar: place % 7 === 0 ? 'client' : undefined };
}

const shapes = ['request', 'response', 'data', 'push', 'query'] as const;

function message(place: number, position: number, hosts: number): MovingMessage {
  const from = (position * 7 + place * Math.ceil(hosts / 20) + 1) % hosts;
  const to = (from + Math.floor(hosts / 2)) % hosts;
  return {
    ...{ id: `step-${place}`, shape: shapes[place % shapes.length] ?? 'data', label: 'song.mp3', lost: false },
    path: [`host${from}`, lanOf(from), 'core', lanOf(to), `host${to}`],
    ...{ current: place === 0, count: 1, isStream: false, startsAt: 0, endsAt: 1 },
    transfer: { size: { value: 4, unit: 'MB' }, rate: { value: 8, unit: 'Mbps' } },
  };
}

function numbered<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}
