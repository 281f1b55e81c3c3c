/**
 * Whom one peer knows: k-buckets, one for each number of leading bits that a contact's key shares with its own, with at
 * most k contacts in each. So it knows its neighbourhood wholly, and ever less of what is farther away.
 *
 * Where the network has run for long, a bucket is filled when it is first looked at, with k peers of its subtree at
 * random (the same in every run), or with all of it if they are fewer.
 */
import { commonBits, type Key, mixed } from './keys';
import { byDistance, type Contact, depthAt, type Roster, rangeAt } from './roster';

export interface RoutingTable {
  /** So many contacts nearest to a key, the nearest first, one of them left out. */
  nearest(key: Key, count: number, except?: Contact): readonly Contact[];
  knows(contact: Contact): boolean;
  /** Takes it in if there is room: those that have been known for long are kept (section 2.2). */
  learn(contact: Contact): void;
  knowsSomebodyAt(level: number): boolean;
  /** It has not answered. */
  drop(contact: Contact): void;
}

/** `roster` holds those that have known each other for long, if there are such. */
export function createRoutingTable(own: Contact, size: number, roster: Roster): RoutingTable {
  const buckets: Contact[][] = [];
  let deepest = depthAt(roster, own.key, own.host);
  return { nearest, knows, knowsSomebodyAt: (level) => bucketAt(level).length > 0, learn, drop };

  function nearest(key: Key, count: number, except?: Contact): readonly Contact[] {
    const level = commonBits(own.key, key);
    const found: Contact[] = [];
    add(level);
    // Whoever shares more bits with this peer shares just as many with the key as the peer itself: all of them come next.
    if (found.length < count) for (let at = level + 1; at <= deepest; at += 1) add(at);
    for (let at = level - 1; at >= 0 && found.length < count; at -= 1) add(at);
    return byDistance(found, key).slice(0, count);

    function add(at: number): void {
      for (const contact of bucketAt(at)) if (contact !== except) found.push(contact);
    }
  }

  function knows(contact: Contact): boolean {
    return contact.host === own.host || bucketAt(commonBits(own.key, contact.key)).includes(contact);
  }

  function learn(contact: Contact): void {
    const level = commonBits(own.key, contact.key);
    const bucket = bucketAt(level);
    if (bucket.length >= size || knows(contact)) return;
    bucket.push(contact);
    deepest = Math.max(deepest, level);
  }

  function drop(contact: Contact): void {
    const bucket = bucketAt(commonBits(own.key, contact.key));
    const place = bucket.indexOf(contact);
    if (place >= 0) bucket.splice(place, 1);
  }

  function bucketAt(level: number): Contact[] {
    const bucket = buckets[level] ?? sample(roster, rangeAt(roster, own.key, level), size, own, level);
    buckets[level] = bucket;
    return bucket;
  }
}

/** So many of a range, each as likely as the others (Floyd's sampling, Bentley 1987). */
function sample(
  roster: Roster,
  [from, to]: readonly [number, number],
  size: number,
  own: Contact,
  level: number,
): Contact[] {
  if (to - from <= size) return roster.slice(from, to).filter(({ host }) => host !== own.host);
  const chosen = new Set<number>();
  for (let last = to - size; last < to; last += 1) {
    const place = from + (mixed(own.key.low ^ mixed(last + level * 0x10001)) % (last - from + 1));
    chosen.add(chosen.has(place) ? last : place);
  }
  return [...chosen].map((place) => roster[place] as Contact);
}
