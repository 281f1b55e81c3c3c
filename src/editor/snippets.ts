/**
 * Whole statements to fill in, with tab stops. What stands in braces is filled with names of the file where it has some:
 * `{host}`, `{resource}` …, anything else is an example to write over.
 */
import type { Compilation } from '../language/compile';
import type { Container } from '../language/placement';
import { patternNames, questionTopics, type Topology } from '../language/topology';
import type { Completion } from './completion';
import type { CompletionPlace } from './completion-place';
import { explain } from './words';

/** `label = template`, one a line; without a label it is the first word. A `¶` is a new line, `»` a level of indentation. */
const templates: Readonly<Record<Exclude<Container, 'unknown'>, string>> = {
  file: `
host {new host} : {role}
host … runs = host {new host} : {role} runs {service} {kind}
switch {new switch}
link {ends} -- {device}
link … as = link {host}, {host}, {host} as {shape}
service {new service} uses {pattern}
flow "{new flow}" {¶»$0¶}
scenario "{new scenario}" {¶»offline {node}$0¶}
exercise "{new exercise}" {¶»task "{What is to be done.}"¶»points {2} expect {host} is {role}$0¶}
expect … is = expect {host} is {role}
expect lookup … finds = expect lookup "{resource}" finds {host}
expect … succeeds = expect "{flow}" succeeds
expect … fails when = expect "{flow}" fails when "{scenario}"
expect … takes = expect "{flow}" takes < {500ms}
expect … sends = expect "{flow}" sends <= {10} messages
expect … uploads = expect {host} uploads > {1MB} in "{flow}"
expect … needs = expect "{flow}" needs {host}
expect … survives = expect "{flow}" survives loss of {any host}
expect architecture = expect architecture is {architecture}
expect … carries no data = expect {host} carries no data
router {gateway}
cloud {internet}
topology "{Title}"`,
  host: `
runs {service} {kind}
shares "{song.mp3}" {4MB}
up {1Mbps}
down {8Mbps}
lists "{resource}" at {host}
note "{remark}"
at ({0}, {0})`,
  flow: `
… -> … : get = {host} -> {host} : get "{resource}"
… -> … : "…" = {host} -> {host} : "{GET /}" replies "{200 OK}"
… -> … otherwise = {host} -> {host} : get "{resource}" {¶} otherwise {¶»$0¶}
… ~> … = {host} ~> {host} : "{news}"
… joins = {host} joins {service}
… fetches = {host} fetches "{resource}"
note "{What is worth seeing here.}"
ask "{Who is the server here?}" {topic}
offline {node}
online {node}
wait {1s}
together {¶»$0¶}
repeat {3} {¶»$0¶}
cut {host} -- {device}
restore {host} -- {device}
call {host}, {host}`,
  exercise: `
task "{What is to be done.}"
hint "{What helps with it.}"
points … = points {2} expect {host} is {role}
expect … is = expect {host} is {role}
expect … otherwise = expect {host} is {role} otherwise "{What to look at.}"
expect lookup … finds = expect lookup "{resource}" finds {host}
expect … succeeds = expect "{flow}" succeeds
expect … fails when = expect "{flow}" fails when "{scenario}"
expect … needs = expect "{flow}" needs {host}
expect architecture = expect architecture is {architecture}
expect … carries no data = expect {host} carries no data`,
  scenario: `
offline {node}
cut {host} -- {device}
set {host} {direction} {1Mbps}
online {node}
restore {host} -- {device}`,
};

/** Statements that may stand in this block; `openers` are the lines that open the blocks around it. */
export function statementCompletions(
  { tree, topology }: Compilation,
  container: Container,
  openers: readonly number[],
  { tokens, rest }: CompletionPlace,
): readonly Completion[] {
  if (container === 'unknown') return [];
  const isClosing = tokens.length > 0;
  const opener = tree.lines[openers.at(-1) ?? -1]?.statement.kind;
  if (isClosing) return opener === 'message' ? [completion('otherwise {¶»$0¶}', {})] : [];
  const choices = choicesIn(topology);
  const isCabled = topology.nodes.some(({ kind }) => kind !== 'host');
  const template = templates[container];
  const lines = (isCabled ? template : template.replace(/\{(?:ends|device)\}/g, '{host}')).split('\n').slice(1);
  const wanted = lines.filter((line) => !line.startsWith('topology') || topology.title === undefined);
  return wanted.map((line) => (rest.trim() === '' ? completion(line, choices) : wordAlone(line))).filter(isFirst);
}

/** Where the line goes on already, the word is all that is missing. */
function wordAlone(line: string): Completion {
  const { label, explanation } = completion(line, {});
  const word = label.split(' ')[0] ?? '';
  return { label: word, kind: 'statement', explanation, insert: word };
}

function isFirst({ label }: Completion, place: number, all: readonly Completion[]): boolean {
  return label !== '…' && all.findIndex((other) => other.label === label) === place;
}

type Choices = Readonly<Record<string, readonly string[]>>;

function completion(line: string, choices: Choices): Completion {
  const [, given, template = line] = /^(.*) = (.*)$/.exec(line) ?? [];
  const word = /^\p{L}+/u.exec(template)?.[0] ?? '';
  const label = given ?? word;
  const verb = /(\S+)$/.exec(label)?.[1] ?? '';
  const explanation =
    explain(word, 'statement') ??
    explain(word, 'property') ??
    explain(verb, 'message') ??
    explain(verb, 'action') ??
    explain(label.includes('~>') ? '~>' : '->', 'step');
  return {
    label,
    kind: 'statement',
    detail: shown(template),
    explanation,
    insert: filled(template, choices),
    isSnippet: true,
  };
}

/** As the list shows it beside the label. */
function shown(template: string): string {
  return template
    .replace(/\{(?:new \w+|([^{}¶]+))\}/g, (_, name = 'name') => (name === 'ends' ? 'hosts' : name))
    .replace(/\s*\{¶.*$/, ' { … }');
}

function filled(template: string, choices: Choices): string {
  let stop = 0;
  const seen = new Map<string, number>();
  return template
    .replace(/\{([^{}¶]+)\}/g, (_, name: string) => {
      const place = seen.get(name) ?? 0;
      seen.set(name, place + 1);
      return `\${${++stop}${tabStop(name, choices[name] ?? [], place)}}`;
    })
    .replaceAll('¶', '\n')
    .replaceAll('»', '\t');
}

/** Longer lists are better asked for by typing. */
const maximumChoices = 12;

/**
 * Always a list to choose from, be it of one: Enter then takes what is there, where it would begin a new line in a blank to
 * write over. The second `{host}` of a template starts with the second host.
 */
function tabStop(name: string, known: readonly string[], place: number): string {
  const all = known.length > 0 ? known : (stand[name] ?? [name]);
  const from = place % all.length;
  const rotated = [...all.slice(from), ...all.slice(0, from)].slice(0, maximumChoices);
  return `|${rotated.map((choice) => choice.replace(/[\\,|]/g, '\\$&')).join(',')}|`;
}

/** For a file that has none yet, or none of these. */
const stand: Readonly<Record<string, readonly string[]>> = {
  host: ['alice', 'bob', 'carol', 'dave', 'erin'],
  node: ['bob'],
  device: ['lan'],
  service: ['web', 'music', 'files', 'chat'],
  resource: ['song.mp3'],
  flow: ['Find and fetch', 'Another way'],
  scenario: ['The server is down', 'A cable breaks'],
  exercise: ['Who asks, who serves?', 'The next one'],
};

/** The first of them that is not taken, or the last with the next number. */
function fresh(
  kind: 'host' | 'device' | 'service' | 'flow' | 'scenario' | 'exercise',
  taken: Iterable<{ readonly name: string }>,
) {
  const names = new Set([...taken].map(({ name }) => name));
  const known = stand[kind] ?? [];
  for (let number = 2; ; number++) {
    const gap = kind === 'flow' || kind === 'scenario' || kind === 'exercise' ? ' ' : '';
    const free = [...known, `${known.at(-1)}${gap}${number}`].find((name) => !names.has(name));
    if (free !== undefined) return [free];
  }
}

/** All that have no cable yet, at once; then each. */
function endsIn({ hosts, links }: Topology, named: readonly string[]): readonly string[] {
  const linked = new Set(links.flatMap(({ a, b, service }) => (service ? [] : [a.name, b.name, a.group, b.group])));
  const loose = [...new Set(hosts.map(({ group, name }) => group ?? name))].filter((name) => !linked.has(name));
  return loose.length > 1 && loose.length <= maximumChoices ? [loose.join(', '), ...named] : named;
}

function choicesIn(topology: Topology): Choices {
  const { nodes, services, hosts, flows, scenarios, exercises } = topology;
  const some = (names: Iterable<string>): readonly string[] => [...new Set(names)].slice(0, maximumChoices);
  const quotable = (names: readonly string[]): readonly string[] => some(names.filter((name) => !/["\\]/.test(name)));
  const named = (all: readonly { readonly group: string | undefined; readonly name: string }[]) =>
    some(all.map(({ group, name }) => group ?? name));
  const devices = nodes.filter(({ kind }) => kind !== 'host');
  return {
    role: ['client', 'server', 'both'],
    kind: ['client', 'server', 'peer', 'index'],
    pattern: patternNames,
    shape: ['line', 'ring', 'star', 'mesh', 'grid'],
    architecture: ['client-server', 'peer-to-peer', 'hybrid'],
    direction: ['up', 'down'],
    topic: questionTopics,
    host: named(hosts),
    ends: endsIn(topology, named(hosts)),
    node: named([...hosts, ...devices]),
    device: named(devices),
    service: some(services.map(({ name }) => name)),
    resource: quotable(hosts.flatMap(({ shares }) => shares.map(({ resource }) => resource))),
    flow: quotable(flows.map(({ name }) => name)),
    scenario: quotable(scenarios.map(({ name }) => name)),
    'new host': fresh('host', nodes),
    'new switch': fresh('device', nodes),
    'new service': fresh('service', services),
    'new flow': fresh('flow', flows),
    'new scenario': fresh('scenario', scenarios),
    'new exercise': fresh('exercise', exercises),
  };
}
