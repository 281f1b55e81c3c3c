// Cases of what only a run shows, or a look at the whole of a file: a wrong text with its report under it, and a right twin.

import type { Case } from '../language/cases/case';

const music = `
      service music uses index
      host napster runs music index
      host alice runs music peer
      host bob, carol runs music peer shares "song" 4MB`;

const indexCases: readonly Case[] = [
  {
    code: 'lookup-finds-nothing',
    reports: 'a lookup before anybody has registered',
    wrong: `${music}
      flow "Find" {
        alice -> napster : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lookup-finds-nothing napster knows nobody who has “song”
        bob -> napster : register "song"
      }`,
    accepts: 'one that comes after, and one that is expected to find nothing',
    right: `${music}
      flow "Find" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
      }
      flow "Find nothing" {
        alice -> napster : lookup "film"
      }
      expect lookup "film" finds nothing
      expect "Find" needs napster`,
  },
  {
    code: 'stale-entry',
    reports: 'an answer that names a host that is gone',
    wrong: `${music}
      flow "Find" {
        bob, carol -> napster : register "song"
        offline bob
        alice -> napster : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-entry bob is offline
      }`,
    accepts: 'one from which the host has struck itself out',
    right: `${music}
      flow "Find" {
        bob, carol -> napster : register "song"
        bob -> napster : unregister "song"
        offline bob
        alice -> napster : lookup "song"
      }`,
  },
  {
    code: 'not-held',
    reports: 'a download from a host without the resource, with those that have it',
    wrong: `
      host alice, bob
      host carol shares "song"
      flow "Get" {
        alice -> bob : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ not-held Get it from carol
      }`,
    accepts: 'a download from a host that has got it in the meantime',
    right: `
      host alice, bob
      host carol shares "song"
      flow "Get" {
        bob -> carol : get "song"
        alice -> bob : get "song"
      }`,
  },
  {
    code: 'register-not-held',
    reports: 'an announcement of what the host does not have',
    wrong: `${music}
      flow "Announce" {
        alice -> napster : register "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ register-not-held alice does not hold it
      }`,
    accepts: 'one of what it has',
    right: `${music}
      flow "Announce" {
        bob -> napster : register "song"
      }`,
  },
  {
    code: 'transfer-without-lookup',
    reports: 'a download from a peer whom nobody has named',
    wrong: `${music}
      flow "Get" {
        bob -> napster : register "song"
        alice -> bob : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ transfer-without-lookup without having asked napster
      }`,
    accepts: 'a download after a lookup',
    right: `${music}
      flow "Get" {
        bob -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
      }`,
  },
  {
    code: 'not-registered',
    reports: 'a download from a peer that the index does not list',
    wrong: `${music}
      flow "Get" {
        carol -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> bob : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ not-registered bob is not registered at napster
      }`,
    accepts: 'a download from one that it lists',
    right: `${music}
      flow "Get" {
        carol -> napster : register "song"
        alice -> napster : lookup "song"
        alice -> carol : get "song"
      }`,
  },
  {
    code: 'payload-through-index',
    reports: 'an upload to the index',
    wrong: `
      service music uses index
      host napster runs music index, music peer
      host bob runs music peer shares "song" 4MB
      flow "Share" {
        bob -> napster : put "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ payload-through-index “song” itself passes through napster
      }`,
    accepts: 'words of one’s own to the index',
    right: `
      service music uses index
      host napster runs music index, music peer
      host bob runs music peer shares "song" 4MB
      flow "Share" {
        bob -> napster : "hello" 1kB
      }`,
  },
];

const flowCases: readonly Case[] = [
  {
    code: 'role-mismatch',
    reports: 'a server that asks',
    wrong: `
      host alice : both
      host web : server
                 ^^^^^^ role-mismatch asks alice
      flow "Ask" {
        alice -> web : "GET /"
        web -> alice : "Who are you?"
      }`,
    accepts: 'one that is declared as both',
    right: `
      host alice : both
      host web : both
      flow "Ask" {
        alice -> web : "GET /"
        web -> alice : "Who are you?"
      }`,
  },
  {
    code: 'role-not-exercised',
    reports: 'a host declared as both that only answers',
    wrong: `
      host alice : client
      host web : both
                 ^^^^ role-not-exercised it only answers and never asks
      flow "Ask" {
        alice -> web : "GET /"
      }`,
    accepts: 'one that takes the other role in another flow, and one that takes part in nothing',
    right: `
      host alice : both
      host web, spare : both
      flow "Ask" {
        alice -> web : "GET /"
      }
      flow "Push" {
        web -> alice : "Are you there?"
      }`,
  },
  {
    code: 'host-offline',
    reports: 'a request to a host that is offline, and one by it',
    wrong: `
      host alice, bob
      flow "Ask" {
        offline bob
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ host-offline bob is offline
      }
      flow "Ask back" {
        offline bob
        bob -> alice : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ host-offline bob is offline
      }`,
    accepts: 'a host that is back, and a failure that is dealt with',
    right: `
      host alice, bob
      flow "Ask" {
        offline bob
        alice -> bob : "hello" {
        } otherwise {
          online bob
        }
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'request-failed',
    reports: 'a message that is lost on the way',
    wrong: `
      host alice, bob
      link alice -- bob loss 100%
      flow "Ask" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ request-failed The message was lost
      }`,
    accepts: 'one that is expected to fail',
    right: `
      host alice, bob
      link alice -- bob loss 100%
      flow "Ask" {
        alice -> bob : "hello"
      }
      expect "Ask" fails`,
  },
  {
    code: 'too-large',
    reports: 'a flow that takes too many steps',
    wrong: `
      host alice, bob
      flow "Ask" {
           ^^^^^ too-large after 40,000 steps
        repeat 30000 {
          alice -> bob : "hello"
        }
      }`,
    accepts: 'one that takes a few',
    right: `
      host alice, bob
      flow "Ask" {
        repeat 100 {
          alice -> bob : "hello"
        }
      }`,
  },
  {
    code: 'expectation-failed',
    reports: 'what turns out otherwise, with what was found',
    wrong: `
      host alice, bob
      flow "Ask" {
        alice -> bob : "hello"
      }
      expect bob is client
      ^^^^^^^^^^^^^^^^^^^^ expectation-failed bob is server`,
    accepts: 'what turns out as expected',
    right: `
      host alice, bob
      flow "Ask" {
        alice -> bob : "hello"
      }
      expect bob is server`,
  },
];

export const analysisCases: readonly Case[] = [...indexCases, ...flowCases];
