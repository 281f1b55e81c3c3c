/** What a lookup has heard of, the nearest to its key first. Who does not answer is taken out. */
import { compareDistances, type Key } from './keys';
import type { Contact } from './roster';

export interface Candidate {
  readonly contact: Contact;
  /** The answer that named it. */
  readonly cause: number | undefined;
  state: 'unasked' | 'asked' | 'answered';
}

export interface Shortlist {
  readonly count: number;
  /** Whoever it has heard of before is passed over, even if it has been taken out. */
  add(contact: Contact, cause: number | undefined, state?: Candidate['state']): boolean;
  nearest(count: number): readonly Candidate[];
  remove(candidate: Candidate): void;
  answered(): readonly Contact[];
}

export function createShortlist(key: Key): Shortlist {
  const candidates: Candidate[] = [];
  const known = new Set<Contact>();
  const isNearer = (one: Contact, other: Candidate | undefined) =>
    other !== undefined && compareDistances(one.key, other.contact.key, key) < 0;
  return {
    get count() {
      return candidates.length;
    },
    add(contact, cause, state = 'unasked') {
      if (known.has(contact)) return false;
      known.add(contact);
      let place = candidates.length;
      while (place > 0 && isNearer(contact, candidates[place - 1])) place -= 1;
      candidates.splice(place, 0, { contact, cause, state });
      return true;
    },
    nearest: (count) => candidates.slice(0, count),
    remove(candidate) {
      candidates.splice(candidates.indexOf(candidate), 1);
    },
    answered: () => candidates.filter(({ state }) => state === 'answered').map(({ contact }) => contact),
  };
}
