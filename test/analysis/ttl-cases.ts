// Cases of queries that end before they get to anybody who has what is wanted.

import type { Case } from '../language/cases/case';

const line = `
      service files uses flooding ttl 2
      host a, b, c, d runs files peer
      host e runs files peer shares "song"
      link a, b, c, d, e over files as line`;

export const ttlCases: readonly Case[] = [
  {
    code: 'ttl-exhausted',
    reports: 'a holder that is too far away, with the way and what would do',
    wrong: `${line}
      flow "Search" {
        a, b, c search "song"
        ^^^^^^^^^^^^^^^^^^^^^ ttl-exhausted at e, 4 hops from a, but a query of files ends after 2. Write: service files uses flooding ttl 4
      }`,
    accepts: 'one that is just near enough, and the host that has it',
    right: `${line}
      flow "Search" {
        c fetches "song"
        e fetches "song"
      }`,
  },
  {
    code: 'ttl-exhausted',
    reports: 'more hops than the usual seven',
    wrong: `
      service files uses flooding
      host peer[9] runs files peer
      host far runs files peer shares "song"
      link peer over files as line
      link peer[1] -- far over files
      flow "Search" {
        peer[9] searches "song"
        ^^^^^^^^^^^^^^^^^^^^^^^ ttl-exhausted 9 hops from peer[9], but a query of files ends after 7
      }`,
    accepts: 'any member of a service without overlay links, where all are neighbours',
    right: `
      service files uses flooding ttl 1
      host peer[9] runs files peer
      host far runs files peer shares "song"
      flow "Search" {
        peer[9] searches "song"
      }`,
  },
  {
    code: 'ttl-exhausted',
    reports: 'what somebody nearer gets only afterwards',
    wrong: `${line}
      flow "Search" {
        a searches "song"
        ^^^^^^^^^^^^^^^^^ ttl-exhausted
        c fetches "song"
      }`,
    accepts: 'what somebody nearer has got before',
    right: `${line}
      flow "Search" {
        c fetches "song"
        a searches "song"
      }`,
  },
  {
    code: 'ttl-exhausted',
    reports: 'what is only got by the very step that asks for it',
    wrong: `${line}
      flow "Search" {
        together {
          a fetches "song"
          ^^^^^^^^^^^^^^^^ ttl-exhausted
        }
      }`,
    accepts: 'what somebody nearer may have got in the same block',
    right: `${line}
      flow "Search" {
        together {
          a fetches "song"
          c fetches "song"
        }
      }`,
  },
  {
    code: 'ttl-exhausted',
    reports: 'what only another flow is expected to do',
    wrong: `${line}
      flow "Search" {
        a searches "song"
        ^^^^^^^^^^^^^^^^^ ttl-exhausted
      }
      flow "Search, too" {
        a searches "song"
      }
      expect "Search, too" fails
      expect lookup "song" finds nothing in "Search, too"`,
    accepts: 'what the file expects, and what nobody has',
    right: `${line}
      flow "Search" {
        a searches "song"
      }
      flow "Search for nothing" {
        a searches "film"
      }
      expect lookup "song" finds nothing in "Search"`,
  },
];
