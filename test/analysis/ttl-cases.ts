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
    reports: 'what nobody nearer has got when the query comes by',
    wrong: `${line}
      flow "Search" {
        together {
          a searches "song"
          ^^^^^^^^^^^^^^^^^ ttl-exhausted
        }
      }`,
    accepts: 'what somebody nearer has got meanwhile',
    right: `${line}
      flow "Search" {
        together {
          c fetches "song"
          repeat 1 {
            wait 10s
            a searches "song"
          }
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
      expect lookup "song" finds nothing in "Search, too"`,
    accepts: 'what the file expects',
    right: `${line}
      flow "Search" {
        a searches "song"
      }
      flow "Fetch" {
        a fetches "song"
      }
      expect lookup "song" finds nothing in "Search"
      expect "Fetch" fails`,
  },
  {
    code: 'ttl-exhausted',
    reports: 'the host that does not find it, not one that does',
    wrong: `${line}
      flow "Search" {
        repeat 2 {
          b, c search "song"
          ^^^^^^^^^^^^^^^^^^ ttl-exhausted 3 hops from b
        }
      }`,
    accepts: 'a search that finds it with somebody nearer who has been sent it',
    right: `${line}
      flow "Search" {
        e ~> b : put "song"
        a searches "song"
      }`,
  },
];
