/**
 * All peers of a table in the order of their keys. The peers whose keys begin alike stand together, so every subtree of
 * the tree of keys is a range, found by halving; no peer needs a list of all others.
 */
import type { Host } from '../../../language/topology';
import { commonBits, compareDistances, compareKeys, type Key, keyBits, keyOf, subtreeBeside } from './keys';

export interface Contact {
  readonly host: Host;
  readonly key: Key;
}

export type Roster = readonly Contact[];

const contacts = new WeakMap<Host, Contact>();

export function contactOf(host: Host): Contact {
  const known = contacts.get(host) ?? { host, key: keyOf(host.name) };
  contacts.set(host, known);
  return known;
}

export function rosterOf(hosts: readonly Host[]): Roster {
  return hosts.map(contactOf).sort((a, b) => compareKeys(a.key, b.key) || a.host.index - b.host.index);
}

/** Those that share exactly so many leading bits with the key, as a range of places: [from, to). */
export function rangeAt(roster: Roster, key: Key, level: number): readonly [number, number] {
  const [least, greatest] = subtreeBeside(key, level);
  return [placeOf(roster, least, 0), placeOf(roster, greatest, 1)];
}

/** The most leading bits that any of them but the host itself shares with the key; -1 where there is nobody else. */
export function depthAt(roster: Roster, key: Key, itself?: Host): number {
  const place = placeOf(roster, key, 0);
  let depth = -1;
  for (const contact of roster.slice(Math.max(0, place - 1), place + 2)) {
    if (contact.host !== itself) depth = Math.max(depth, commonBits(contact.key, key));
  }
  return depth;
}

/** The first place with a key that is not less (`after` 0), or that is greater (`after` 1). */
function placeOf(roster: Roster, key: Key, after: 0 | 1): number {
  let [from, to] = [0, roster.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (compareKeys((roster[middle] as Contact).key, key) < after) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The nearest of all to a key, the nearest first: what a lookup is to find. */
export function nearestOf(roster: Roster, key: Key, count: number): readonly Contact[] {
  const found: Contact[] = [];
  for (let level = Math.min(depthAt(roster, key), keyBits); level >= 0 && found.length < count; level -= 1) {
    const [from, to] = rangeAt(roster, key, level);
    found.push(...roster.slice(from, to));
  }
  return byDistance(found, key).slice(0, count);
}

/** The nearest first; sorts in place. */
export function byDistance(contacts: Contact[], key: Key): Contact[] {
  return contacts.sort((a, b) => compareDistances(a.key, b.key, key) || a.host.index - b.host.index);
}
