/**
 * How a network would be completed: which cable or switch is missing between two hosts, as fixes. Everything is worked out
 * once and on demand, because thousands of steps may ask. Reports nothing; knows no steps.
 */
import { indentationOf, insertion, once, type Places } from './places';
import type { Fix, TextEdit } from './source';
import type { Line, Reference, Statement } from './syntax';
import type { Host, Link, Node } from './topology';
import { shorten } from './wording';

export interface Cabling {
  /** Brings a host that has no link into the network. */
  attach(lonely: Node): readonly Fix[];
  /** The shortest line that lets two hosts reach each other that do not. */
  connect(a: Host, b: Host): readonly Fix[];
  /** Hangs all hosts that are linked to each other on a switch of their own; nothing where there is a device already. */
  insertSwitch(host: Host): readonly Fix[];
  /** At the other end of its cable, if it has only one. */
  onlyNeighbour(node: Node): Node | undefined;
}

/** The names that a file has declared. */
export interface Named {
  readonly places: Places;
  isTaken(name: string): boolean;
  /** As much of what a reference means as there is. */
  membersOf(reference: Reference): readonly Node[];
}

export function cablingOf(nodes: readonly Node[], links: readonly Link[], named: Named): Cabling {
  const { places } = named;
  const cables = once(() => cablesOf(links));
  const linkedGroups = once(() => new Set([...cables().keys()].map(({ group }) => group)));
  const firstDevice = once(() => nodes.find(isDevice));
  const switched = new Map<Node, readonly Fix[]>();
  /** The whole group, unless some of it is linked. */
  const nameOf = ({ name, group }: Node): string => (group === undefined || linkedGroups().has(group) ? name : group);
  const deviceOf = (node: Node): Node | undefined => neighbours(cables(), node).find(isDevice);
  const link = (left: readonly string[], right: string): readonly Fix[] => {
    const hosts = [...new Set(left)];
    const title = `Link ${hosts.map(shorten).join(' and ')} to ${shorten(right)}`;
    return [{ title, edits: [places.declare('link', `link ${hosts.join(', ')} -- ${right}`)] }];
  };
  return {
    attach(lonely) {
      const end =
        firstDevice() ?? nodes.find((node) => node !== lonely && (node.group ?? node) !== (lonely.group ?? lonely));
      return end ? link([nameOf(lonely)], end.name) : [];
    },
    connect(a, b) {
      const [one, other] = [deviceOf(a), deviceOf(b)];
      if (one && other) return link([one.name], other.name);
      const device = one ?? other ?? firstDevice();
      if (!device) return link([a.name], b.name);
      return link([a, b].filter((host) => !deviceOf(host)).map(nameOf), device.name);
    },
    insertSwitch(host) {
      const known = switched.get(host);
      if (known) return known;
      const around = aroundOf(cables(), host);
      const fixes = [...around].some(isDevice) ? [] : switchFor(around, cables(), named);
      for (const node of around) switched.set(node, fixes);
      return fixes;
    },
    onlyNeighbour(node) {
      const [only, ...more] = new Set(neighbours(cables(), node));
      return more.length === 0 ? only : undefined;
    },
  };
}

type Cables = ReadonlyMap<Node, readonly Link[]>;

function cablesOf(links: readonly Link[]): Cables {
  const cables = new Map<Node, Link[]>();
  for (const link of links) {
    if (link.service) continue;
    for (const end of [link.a, link.b]) {
      const known = cables.get(end);
      if (known) known.push(link);
      else cables.set(end, [link]);
    }
  }
  return cables;
}

function neighbours(cables: Cables, node: Node): readonly Node[] {
  return (cables.get(node) ?? []).map(({ a, b }) => (a === node ? b : a));
}

function isDevice({ kind }: Node): boolean {
  return kind !== 'host';
}

/** All that hangs together with a node. */
function aroundOf(cables: Cables, start: Node): ReadonlySet<Node> {
  const around = new Set([start]);
  for (const node of around) for (const next of neighbours(cables, node)) around.add(next);
  return around;
}

function switchFor(hosts: ReadonlySet<Node>, cables: Cables, named: Named): readonly Fix[] {
  const { lines } = named.places;
  const numbers = new Set([...hosts].flatMap((host) => (cables.get(host) ?? []).map(({ span }) => span.line)));
  const sorted = [...numbers].sort((a, b) => a - b);
  const [first] = sorted;
  const firstLine = first === undefined ? undefined : lines[first];
  if (first === undefined || !firstLine) return [];
  const name = freeName('lan', named);
  const attached = new Set<Node>();
  const edits = sorted.flatMap((number) => rewired(number, lines[number], name, attached, named));
  const declaration = insertion(first, 0, `${indentationOf(firstLine)}switch ${name}\n`);
  return [{ title: `Put a switch between them: ${name}`, edits: [declaration, ...edits] }];
}

function freeName(name: string, named: Named): string {
  let number = 1;
  while (named.isTaken(number === 1 ? name : name + number)) number++;
  return number === 1 ? name : name + number;
}

/** The hosts of a `link` that do not hang on the switch yet, linked to it as they were linked to each other. */
function rewired(
  number: number,
  line: Line | undefined,
  name: string,
  attached: Set<Node>,
  named: Named,
): readonly TextEdit[] {
  if (line?.statement.kind !== 'link') return [];
  const { left, right = [] } = line.statement;
  const loose = [...left, ...right].filter((end) => {
    const members = named.membersOf(end).filter((node) => !attached.has(node));
    for (const node of members) attached.add(node);
    return members.length > 0;
  });
  if (loose.length === 0) return [insertion(number, line.start, '// ')];
  const ends = loose.map((end) => line.text.slice(end.start, end.end)).join(', ');
  const span = { line: number, start: left[0]?.start ?? line.start, end: endOfEnds(line.statement) ?? line.end };
  return [{ span, text: `${ends} -- ${name}` }];
}

/** Behind what is linked, before rate, latency and loss. */
function endOfEnds({ right, shape }: Extract<Statement, { kind: 'link' }>): number | undefined {
  return right?.at(-1)?.end ?? shape?.degree?.end ?? shape?.word.end;
}
