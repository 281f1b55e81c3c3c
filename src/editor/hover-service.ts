/** What a service is and who takes part in it; and what a resource is, who has it and which flows move it. */
import type { Analysis } from '../analysis/analysis';
import { patternOptions } from '../language/link-services';
import type { PatternName, Service, Topology } from '../language/topology';
import { formatSize, listOf } from '../scene/formats';
import type { Trace } from '../simulation/trace';
import { bold, bullets, named, paragraphs, plain, quoted } from './markdown';
import { explain } from './words';

export function explainService({ topology, architecture }: Analysis, service: Service): string {
  const { name, pattern } = service;
  const found = architecture.services.find((finding) => finding.service === name);
  return paragraphs(
    `${bold(name)}: a service of the pattern **${pattern}**`,
    plain(explain(pattern, 'pattern')?.meaning ?? ''),
    bullets([...participants(topology, service), ...optionsOf(service)], 12),
    found && plain(`${found.kind ? `The flows make it ${found.kind}. ` : ''}${found.reasons.join(' ')}`),
  );
}

/** `peer: alice and bob`, by kind of software. */
function participants({ hosts }: Topology, service: Service): readonly string[] {
  const byKind = new Map<string, Set<string>>();
  for (const { name, group, software } of hosts) {
    for (const { kind } of software.filter((each) => each.service === service)) {
      byKind.set(kind, (byKind.get(kind) ?? new Set()).add(named(group ?? name)));
    }
  }
  return [...byKind].map(([kind, names]) => `${kind}: ${listOf([...names])}`);
}

function optionsOf({ pattern, options }: Service): readonly string[] {
  return (patternOptions[pattern as PatternName] ?? []).map((option) => {
    const value = options.get(option);
    return `${option}${value === undefined ? '' : ` ${value}`}: ${explain(option, 'option')?.meaning ?? ''}`;
  });
}

export function explainResource({ topology, traces }: Analysis, resource: string): string {
  const sharers = topology.hosts.filter(({ shares }) => shares.some((shared) => shared.resource === resource));
  const sizes = sharers.flatMap(({ shares }) => shares.filter((shared) => shared.resource === resource));
  const sizeBytes = sizes.find((shared) => shared.sizeBytes !== undefined)?.sizeBytes;
  const listings = topology.hosts.flatMap(({ name, lists }) =>
    lists
      .filter((listing) => listing.resource === resource)
      .map(({ hosts }) => `Listed at the start by ${named(name)}: ${namesOf(hosts)}`),
  );
  return paragraphs(
    `${bold(resource)}${sizeBytes === undefined ? '' : ` · ${formatSize(sizeBytes)}`}`,
    `At the start ${sharers.length === 0 ? 'nobody has it' : `held by ${namesOf(sharers)}`}.`,
    bullets([...listings, ...[...traces.values()].flatMap((trace) => journey(trace, resource))], 8),
  );
}

function namesOf(hosts: readonly { readonly name: string; readonly group: string | undefined }[]): string {
  return listOf([...new Set(hosts.map(({ name, group }) => named(group ?? name)))]);
}

/** `“Find and fetch”: bob registers it at napster, alice gets it from bob`. */
function journey({ flow, steps }: Trace, resource: string): readonly string[] {
  const moves = steps
    .filter((step) => step.resource === resource)
    .flatMap(({ kind, verb, client, server, outcome }) => {
      if (outcome === 'failed' || client === undefined || server === undefined) return [];
      const isAnswered = kind === 'data' || kind === 'piece' || (kind === 'response' && verb !== 'get');
      const isSent = kind === 'push' && verb !== 'inv';
      const words = isAnswered || isSent ? deeds[verb ?? ''] : undefined;
      if (words === undefined) return [];
      return [
        kind === 'push'
          ? `${named(server)} sends it to ${named(client)}`
          : `${named(client)} ${words} ${named(server)}`,
      ];
    });
  const distinct = [...new Set(moves)];
  return distinct.length === 0 ? [] : [`${quoted(flow)}: ${listOf(distinct, 5)}`];
}

const deeds: Readonly<Record<string, string>> = {
  get: 'gets it from',
  getdata: 'gets it from',
  announce: 'announces it at',
  put: 'puts it at',
  register: 'registers it at',
  unregister: 'takes it back at',
  lookup: 'looks it up at',
};
