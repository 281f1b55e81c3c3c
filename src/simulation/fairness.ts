/**
 * Max-min fair sharing by progressive filling (Bertsekas and Gallager, Data Networks, section 6.5.2): the rates of all
 * transfers rise together until something is full; what passes there keeps its rate, the others go on rising. Pure
 * arithmetic: transfers and what they use are numbers.
 */
import TinyQueue from 'tinyqueue';

/**
 * The rate of each transfer, in the unit of the capacities; `uses` holds, for each transfer, the different things that it
 * uses. A transfer that uses nothing of finite capacity has an infinite rate.
 */
export function maxMinRates(
  uses: readonly (readonly number[])[],
  capacityOf: (resource: number) => number,
): readonly number[] {
  const rates = uses.map(() => Number.POSITIVE_INFINITY);
  const resources = resourcesOf(uses, capacityOf);
  const queue = new TinyQueue([...resources.values()].map(fill), (a, b) => a.level - b.level || a.order - b.order);
  let floor = 0;
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { resource } = next;
    if (resource.waiting === 0) continue;
    // What rises cannot sink; without the floor, rounding could leave the last of many with nothing.
    const level = Math.max(levelOf(resource), floor);
    // Levels only rise while others are frozen, so an outdated entry comes too early, never too late.
    if (level > next.level) queue.push({ ...next, level });
    else {
      floor = level;
      freeze(resource, level);
    }
  }
  return rates;

  function freeze(bottleneck: Resource, level: number): void {
    for (const user of bottleneck.users) {
      if (rates[user] !== Number.POSITIVE_INFINITY) continue;
      rates[user] = level;
      for (const id of uses[user] ?? []) {
        const resource = resources.get(id);
        if (!resource) continue;
        resource.left = Math.max(0, resource.left - level);
        resource.waiting -= 1;
      }
    }
  }
}

interface Resource {
  readonly order: number;
  readonly users: number[];
  left: number;
  /** How many of the users have no rate yet. */
  waiting: number;
}

function resourcesOf(
  uses: readonly (readonly number[])[],
  capacityOf: (resource: number) => number,
): ReadonlyMap<number, Resource> {
  const resources = new Map<number, Resource>();
  uses.forEach((ids, user) => {
    for (const id of ids) {
      let resource = resources.get(id);
      if (!resource) {
        const left = capacityOf(id);
        if (left === Number.POSITIVE_INFINITY) continue;
        resource = { order: resources.size, users: [], left, waiting: 0 };
        resources.set(id, resource);
      }
      resource.users.push(user);
      resource.waiting += 1;
    }
  });
  return resources;
}

function fill(resource: Resource): { readonly resource: Resource; readonly level: number; readonly order: number } {
  return { resource, level: levelOf(resource), order: resource.order };
}

function levelOf(resource: Resource): number {
  return resource.left / resource.waiting;
}
