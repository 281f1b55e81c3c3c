/**
 * What is tried out on top of a scenario without being written into the file: nodes offline, links cut, hosts slowed down.
 * The changes are plain data in the names of the file, so that they outlive an edit and a reload; here they become an
 * ordinary scenario, the words for them, and the lines that a file would say them with. Runs nothing.
 */
import type { Host, Link, Node, Scenario, ScenarioChange, Topology } from '../language/topology';
import { settingsOf } from '../simulation/start';
import { drawn } from './drawn';
import { isolate } from './formats';
import { english, type Words } from './words';

/** A name is that of a node, or of what is drawn as one: `peer[*]` for a whole group. */
export type WhatIfChange =
  | { readonly kind: 'offline' | 'online'; readonly node: string }
  /** All links between the two. */
  | { readonly kind: 'cut' | 'restore'; readonly a: string; readonly b: string }
  /** `factor` 4 leaves a quarter of what the host can send and receive; 1 is its own speed. */
  | { readonly kind: 'slow'; readonly host: string; readonly factor: number };

/** In the order in which they were made; at most one for each subject. */
export type WhatIf = readonly WhatIfChange[];

/** The scenario with the changes on top, under a name that says that they are not saved. */
export function withWhatIf(
  topology: Topology,
  scenario: Scenario | undefined,
  whatIf: WhatIf,
  words = english,
): Scenario | undefined {
  const known = whatIf.filter((change) => isKnown(topology, change));
  if (known.length === 0) return scenario;
  const ofFile = tried.get(topology.links) ?? new WeakMap<object, Map<string, Scenario>>();
  const scenarios = ofFile.get(scenario ?? topology.nodes) ?? new Map<string, Scenario>();
  tried.set(topology.links, ofFile.set(scenario ?? topology.nodes, scenarios));
  const key = JSON.stringify([words.language, known]);
  const whole = scenarios.get(key) ?? made(topology, scenario, known, words);
  scenarios.set(key, whole);
  return whole;
}

/** The same experiment is the same scenario each time, so that its runs are remembered: by the links, then by the scenario. */
const tried = new WeakMap<object, WeakMap<object, Map<string, Scenario>>>();

function made(topology: Topology, scenario: Scenario | undefined, whatIf: WhatIf, words: Words): Scenario {
  const changes = whatIf.flatMap((change) => scenarioChanges(topology, scenario, change));
  const summary = [...(scenario ? [scenario.name] : []), summaryOf(topology, whatIf, words)].join(' + ');
  const name = words.whatIf.notSaved(summary);
  const span = scenario?.span ?? changes[0]?.span ?? { line: 0, start: 0, end: 0 };
  return { name, changes: [...(scenario?.changes ?? []), ...changes], span };
}

/** With one change more. What undoes an earlier one, or says what the scenario says already, leaves nothing behind. */
export function tryOut(
  topology: Topology,
  scenario: Scenario | undefined,
  whatIf: WhatIf,
  change: WhatIfChange,
): WhatIf {
  const others = whatIf.filter((other) => subjectOf(other) !== subjectOf(change));
  const isDifferent = isKnown(topology, change) && !holds(topology, scenario, change);
  return isDifferent ? [...others, change] : others;
}

/** Takes the node offline or, if it is, back online. */
export function toggled(topology: Topology, scenario: Scenario | undefined, whatIf: WhatIf, node: string): WhatIf {
  const { offline } = startOf(withWhatIf(topology, scenario, whatIf));
  return tryOut(topology, scenario, whatIf, { kind: offline.has(node) ? 'online' : 'offline', node });
}

/** What a scenario makes different from the start. */
export interface Start {
  /** Names of nodes. */
  readonly offline: ReadonlySet<string>;
  /** Places in `Topology.links`. */
  readonly cut: ReadonlySet<number>;
}

export function startOf(scenario: Scenario | undefined): Start {
  const offline = new Set<string>();
  const cut = new Set<number>();
  for (const change of scenario?.changes ?? []) {
    if (change.kind === 'offline') for (const { name } of change.nodes) offline.add(name);
    if (change.kind === 'online') for (const { name } of change.nodes) offline.delete(name);
    if (change.kind === 'cut') for (const { index } of change.links) cut.add(index);
    if (change.kind === 'restore') for (const { index } of change.links) cut.delete(index);
  }
  return { offline, cut };
}

/** `bob offline`, `cable alice–lan cut`, `bob at a quarter of its speed`. */
export function wordsFor(topology: Topology, change: WhatIfChange, { whatIf: say } = english): string {
  switch (change.kind) {
    case 'offline':
    case 'online':
      return say[change.kind](isolate(change.node));
    case 'cut':
    case 'restore': {
      const thing = linksOf(topology, change).some(({ service }) => !service) ? say.cable : say.link;
      return thing[change.kind](`${isolate(change.a)}–${isolate(change.b)}`);
    }
    case 'slow':
      return say.slow(isolate(change.host), change.factor);
  }
}

/** All of them as one phrase: what a scenario made of them could be called. */
export function summaryOf(topology: Topology, whatIf: WhatIf, words = english): string {
  const named = (wanted: 'offline' | 'online') => {
    const names = whatIf.flatMap((change) => (change.kind === wanted ? [change.node] : []));
    return names.length > 0 ? [words.whatIf[wanted](words.formats.list(names))] : [];
  };
  const others = whatIf.filter(({ kind }) => kind !== 'offline' && kind !== 'online');
  const phrases = others.map((change) => wordsFor(topology, change, words));
  return [...named('offline'), ...named('online'), ...phrases].join(' + ');
}

/** The change as lines of a scenario: `offline bob`, `set bob up 25Mbps`. */
export function statementsFor(topology: Topology, scenario: Scenario | undefined, change: WhatIfChange): string[] {
  switch (change.kind) {
    case 'offline':
    case 'online':
      return [`${change.kind} ${referencesTo(topology, change.node).join(', ')}`];
    case 'cut':
    case 'restore': {
      const [left, right] = [referencesTo(topology, change.a), referencesTo(topology, change.b)];
      return [`${change.kind} ${left.join(', ')} -- ${right.join(', ')}`];
    }
    case 'slow':
      return referencesTo(topology, change.host).flatMap((host) =>
        (['up', 'down'] as const).map((direction) => {
          const { rateBps } = slowed(topology, scenario, change, direction);
          return `set ${host} ${direction} ${rateText(rateBps)}`;
        }),
      );
  }
}

/** Some of what it speaks of is in the file (now). */
export function isKnown(topology: Topology, change: WhatIfChange): boolean {
  if ('node' in change) return nodesOf(topology, change.node).length > 0;
  return 'host' in change ? hostsOf(topology, change.host).length > 0 : linksOf(topology, change).length > 0;
}

function subjectOf(change: WhatIfChange): string {
  if ('node' in change) return `node ${change.node}`;
  return 'host' in change ? `host ${change.host}` : `link ${[change.a, change.b].sort().join(' -- ')}`;
}

/** The scenario alone says so already. */
function holds(topology: Topology, scenario: Scenario | undefined, change: WhatIfChange): boolean {
  if ('host' in change) return change.factor === 1;
  const { offline, cut } = startOf(scenario);
  if ('node' in change)
    return nodesOf(topology, change.node).every(({ name }) => offline.has(name) === (change.kind === 'offline'));
  return linksOf(topology, change).every(({ index }) => cut.has(index) === (change.kind === 'cut'));
}

function scenarioChanges(
  topology: Topology,
  scenario: Scenario | undefined,
  change: WhatIfChange,
): readonly ScenarioChange[] {
  switch (change.kind) {
    case 'offline':
    case 'online': {
      const nodes = nodesOf(topology, change.node);
      return nodes.slice(0, 1).map(({ span }) => ({ kind: change.kind, nodes, span }));
    }
    case 'cut':
    case 'restore': {
      const links = linksOf(topology, change);
      return links.slice(0, 1).map(({ span }) => ({ kind: change.kind, links, span }));
    }
    case 'slow':
      return [slowed(topology, scenario, change, 'up'), slowed(topology, scenario, change, 'down')];
  }
}

type Slow = Extract<WhatIfChange, { readonly kind: 'slow' }>;
type RateChange = Extract<ScenarioChange, { readonly kind: 'set-rate' }>;

/** In three digits, so that the file can say the very same. */
function slowed(
  topology: Topology,
  scenario: Scenario | undefined,
  { host, factor }: Slow,
  direction: 'up' | 'down',
): RateChange {
  const hosts = hostsOf(topology, host);
  const first = hosts[0];
  const ownBps = first ? accessRate(topology, scenario, first, direction) : usualRateBps;
  const rateBps = Math.max(1, Number((ownBps / factor).toPrecision(3)));
  return { kind: 'set-rate', hosts, direction, rateBps, span: first?.span ?? { line: 0, start: 0, end: 0 } };
}

const usualRateBps = 100e6;

/** What limits the host alone; where nothing does, its fastest cable. */
function accessRate(topology: Topology, scenario: Scenario | undefined, host: Host, direction: 'up' | 'down'): number {
  const { upBps, downBps } = settingsOf(topology, scenario);
  const set = (direction === 'up' ? upBps : downBps).get(host.name);
  const declared = direction === 'up' ? host.upBps : host.downBps;
  const cables = topology.links.filter(({ a, b, service }) => !service && (a === host || b === host));
  const fastest = cables.reduce((most, { rateBps }) => Math.max(most, rateBps), 0);
  return set ?? declared ?? (fastest || usualRateBps);
}

/** As the language writes it: `25Mbps`. */
function rateText(rateBps: number): string {
  const [unit, size] = rateUnits.find(([, least]) => rateBps >= least) ?? ['bps', 1];
  return `${Number((rateBps / size).toPrecision(6))}${unit}`;
}

const rateUnits: readonly (readonly [string, number])[] = [
  ['Gbps', 1e9],
  ['Mbps', 1e6],
  ['kbps', 1e3],
];

function nodesOf(topology: Topology, name: string): readonly Node[] {
  const { nodeByName, nodes } = topology;
  const node = nodeByName.get(name);
  if (node) return [node];
  const group = groupIn(name);
  if (group === undefined) return [];
  const members = nodes.filter((member) => member.group === group);
  return members.length > 0 ? members : (drawn(topology).nodeById.get(name)?.members ?? []);
}

function groupIn(name: string): string | undefined {
  return name.endsWith('[*]') ? name.slice(0, -3) : undefined;
}

/** As the file can name it. Hosts that are drawn as one because they are alike are no group, so each of them is named. */
function referencesTo(topology: Topology, name: string): readonly string[] {
  const group = groupIn(name);
  const isNamed = topology.nodeByName.has(name) || topology.nodes.some((node) => node.group === group);
  return isNamed ? [name] : nodesOf(topology, name).map((node) => node.name);
}

function hostsOf(topology: Topology, name: string): readonly Host[] {
  return nodesOf(topology, name).filter((node) => node.kind === 'host');
}

function linksOf(topology: Topology, { a, b }: { readonly a: string; readonly b: string }): readonly Link[] {
  const [left, right] = [new Set(nodesOf(topology, a)), new Set(nodesOf(topology, b))];
  if (left.size === 0 || right.size === 0) return [];
  return topology.links.filter(
    (link) => (left.has(link.a) && right.has(link.b)) || (left.has(link.b) && right.has(link.a)),
  );
}
