/** A recipe applied to a job: a topology and a flow that can be run, and who has which part in it. Runs nothing. */
import { shapedPairs } from '../../language/shapes';
import type { Flow, Host, Scenario, Service, SharedResource, SoftwareKind, Topology } from '../../language/topology';
import { chooseCentre } from './centre';
import type { Centre, Part } from './comparison';
import type { Job } from './job';
import { type Recipe, servicesOf, stepsOf } from './recipes';
import { type Equipment, type Stage, stageOf } from './stage';

export interface Plan {
  readonly recipe: Recipe;
  readonly job: Job;
  readonly stage: Stage;
  readonly services: readonly Service[];
  readonly centre: Centre | undefined;
  /** Everybody who takes part; who fetches comes last. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
}

export interface Setting {
  readonly topology: Topology;
  readonly scenario: Scenario | undefined;
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** About as many as a Gnutella client kept. */
const neighbours = 4;

const manyPairs = 1e6;

export function planOf(recipe: Recipe, job: Job, setting: Setting): Plan {
  const services = servicesOf(recipe, job, setting.topology, setting.options);
  const chosen = recipe.centre && chooseCentre(setting.topology, job, recipe.centre);
  const holders = recipe.hasOneServer ? job.holders.slice(0, 1) : job.holders;
  const equipment = new Map<Host, Equipment>();
  const equip = (host: Host, kind: SoftwareKind, shares: readonly SharedResource[], inServices = services) =>
    equipment.set(host, equipped(equipment.get(host), host, inServices, kind, shares));
  for (const host of holders) equip(host, recipe.holder, [sharedBy(host, job)]);
  for (const host of job.fetchers) equip(host, recipe.fetcher, []);
  const centre = recipe.centre && chosen && { host: chosen.host.name, kind: recipe.centre, isAdded: chosen.isAdded };
  if (chosen && recipe.centre) equip(chosen.host, recipe.centre, []);
  const peers = [...holders, ...job.fetchers];
  for (const host of peers.slice(0, recipe.trackingPeers ?? 0)) equip(host, 'tracker', [], services.slice(0, 1));
  const overlay = recipe.hasOverlay ? shapedPairs('random', peers, neighbours, manyPairs) : [];
  const stage = stageOf(chosen?.topology ?? setting.topology, setting.scenario, equipment, overlay);
  return { recipe, job, stage, services, centre, parts: partsOf(recipe, holders, job, centre) };
}

/** What the flow does when these hosts fetch. */
export function flowOf({ recipe, job, stage, services }: Plan, fetchers: readonly Host[]): Flow {
  const hosts = fetchers.map(stage.hostOf);
  const span = hosts[0]?.span ?? { line: 0, start: 0, end: 0 };
  return { name: recipe.architecture, steps: stepsOf(hosts, job.resource, services), isWhole: true, span };
}

function equipped(
  known: Equipment | undefined,
  { span }: Host,
  services: readonly Service[],
  kind: SoftwareKind,
  shares: readonly SharedResource[],
): Equipment {
  const software = services.map((service) => ({ service, kind, span }));
  return { software: [...(known?.software ?? []), ...software], shares: [...(known?.shares ?? []), ...shares] };
}

/** Every copy is of the same size, whether or not each host says so; it is shared in all services. */
function sharedBy({ span }: Host, { resource, sizeBytes }: Job): SharedResource {
  return { resource, sizeBytes, service: undefined, span };
}

function partsOf(
  recipe: Recipe,
  holders: readonly Host[],
  { fetchers }: Job,
  centre: Centre | undefined,
): ReadonlyMap<string, readonly Part[]> {
  const parts = new Map<string, readonly Part[]>();
  const add = (name: string, part: Part) => parts.set(name, [...(parts.get(name) ?? []), part]);
  for (const { name } of holders) add(name, recipe.holder === 'server' ? 'server' : 'holder');
  if (centre) add(centre.host, centre.kind);
  for (const { name } of fetchers) add(name, recipe.fetcher === 'client' ? 'client' : 'peer');
  return parts;
}
