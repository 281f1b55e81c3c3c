import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonBits, keyOf } from '../../../../src/simulation/patterns/dht/keys';
import { type Contact, contactOf, nearestOf, rosterOf } from '../../../../src/simulation/patterns/dht/roster';
import { createRoutingTable } from '../../../../src/simulation/patterns/dht/routing-table';
import { topologyOf } from '../../../language/check';

const hosts = topologyOf('host p[400]').hosts;
const contacts = hosts.map(contactOf);

function numberOf({ key }: Pick<Contact, 'key'>): bigint {
  return (BigInt(key.high) << 32n) | BigInt(key.low);
}

/** All of them, compared one by one. */
function byDistanceTo(name: string, among: readonly Contact[]): readonly string[] {
  const target = numberOf({ key: keyOf(name) });
  const away = (contact: Contact) => numberOf(contact) ^ target;
  return [...among].sort((a, b) => (away(a) < away(b) ? -1 : 1)).map(({ host }) => host.name);
}

const name = fc.string({ maxLength: 8 });
const someHosts = fc.subarray([...hosts], { minLength: 1 });
const size = fc.integer({ min: 1, max: 20 });

describe('the roster of all peers', () => {
  it('knows the nearest to any key', () => {
    fc.assert(
      fc.property(name, someHosts, size, (target, some, count) => {
        const nearest = nearestOf(rosterOf(some), keyOf(target), count).map(({ host }) => host.name);
        assert.deepEqual(nearest, byDistanceTo(target, some.map(contactOf)).slice(0, count));
      }),
    );
  });
});

describe('the routing table of a peer', () => {
  it('of a network that has run for long knows k of each subtree, or all of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...contacts), someHosts, size, (own, some, k) => {
        const table = createRoutingTable(own, k, rosterOf([...new Set([own.host, ...some])]));
        const known = contacts.filter((contact) => contact !== own && table.knows(contact));
        for (let level = 0; level < 64; level += 1) {
          const isThere = (contact: Contact) => commonBits(contact.key, own.key) === level;
          const others = some.map(contactOf).filter((contact) => contact !== own && isThere(contact));
          assert.equal(known.filter(isThere).length, Math.min(k, others.length));
          assert.equal(table.knowsSomebodyAt(level), others.length > 0);
        }
      }),
    );
  });

  it('chooses among many of a subtree without favour', () => {
    const all = rosterOf(hosts);
    const chosen = new Map<Contact, number>();
    for (const own of contacts) {
      const table = createRoutingTable(own, 8, all);
      for (const contact of contacts) {
        const isFar = commonBits(own.key, contact.key) === 0;
        if (isFar && table.knows(contact)) chosen.set(contact, (chosen.get(contact) ?? 0) + 1);
      }
    }
    // Each is one of 8 out of about 200 in 200 tables: 8 times on average.
    assert.ok(chosen.size > 390, `${chosen.size} are known from afar`);
    assert.ok(Math.max(...chosen.values()) < 24, `one of them ${Math.max(...chosen.values())} times`);
  });

  it('names the nearest of those that it knows, one of them left out if need be', () => {
    fc.assert(
      fc.property(name, fc.subarray(contacts), size, fc.nat(399), (target, heard, k, except) => {
        const [own] = contacts as [Contact];
        const table = createRoutingTable(own, k, []);
        for (const contact of heard) if (contact !== own) table.learn(contact);
        const known = contacts.filter((contact) => contact !== own && table.knows(contact));
        const answer = table.nearest(keyOf(target), k, contacts[except]).map(({ host }) => host.name);
        const others = known.filter((contact) => contact !== contacts[except]);
        assert.deepEqual(answer, byDistanceTo(target, others).slice(0, k));
      }),
    );
  });

  it('keeps whom it knows where there is no more room, and forgets who does not answer', () => {
    const [own] = contacts as [Contact];
    const far = contacts.filter((contact) => commonBits(contact.key, own.key) === 0);
    const [first, second, third] = far as [Contact, Contact, Contact];
    const table = createRoutingTable(own, 2, []);
    for (const contact of [first, second, third]) table.learn(contact);
    assert.deepEqual([first, second, third].map(table.knows), [true, true, false]);
    table.drop(first);
    table.learn(third);
    assert.deepEqual([first, second, third].map(table.knows), [false, true, true]);
  });
});
