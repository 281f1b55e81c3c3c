// Cases of hints about the design of a network, each with the twins that must stay silent.

import type { Case } from '../language/cases/case';

const web = `
      host web
      host alice, bob`;

const reading = `
      flow "Alice reads" {
        alice -> web : "GET /"
      }
      flow "Bob reads" {
        bob -> web : "GET /"
      }`;

const failurePoints: readonly Case[] = [
  {
    code: 'single-point-of-failure',
    reports: 'a server without which every flow fails',
    wrong: `
      host web
           ^^^ single-point-of-failure Without web both flows fail: alice and bob have nobody else to ask.
      host alice, bob${reading}`,
    accepts: 'one that has a second one beside it',
    right: `
      host web, mirror
      host alice, bob${reading.replace('"GET /"\n', '"GET /" {\n        } otherwise {\n          alice -> mirror : "GET /"\n        }\n')}`,
  },
  {
    code: 'single-point-of-failure',
    reports: 'a server that asks another one on behalf of its clients',
    wrong: `
      host web, db
           ^^^ single-point-of-failure Without web
      host alice, bob
      flow "Alice reads" {
        alice -> web : "GET /" {
          web -> db : "SELECT 1"
        }
      }
      flow "Bob reads" {
        bob -> web : "GET /" {
          web -> db : "SELECT 2"
        }
      }`,
    accepts: 'a peer, which asks as well as it answers',
    right: `${web}${reading}
      flow "The other way round" {
        web -> alice : "hello"
        alice -> web : "hello"
      }`,
  },
  ...[
    ['a loss that the file expects', 'expect "Bob reads" needs web'],
    ['a loss that the file denies', 'expect "Bob reads" survives loss of alice\n      expect "Bob reads" needs web'],
    ['a loss that a scenario is about', 'scenario "Down" {\n        offline web\n      }'],
    ['a loss that a flow is about', 'flow "Down" {\n        alice, bob -> web : "GET /"\n        offline web\n      }'],
  ].map(
    ([accepts = '', more = '']): Case => ({
      code: 'single-point-of-failure',
      reports: `a server, but not ${accepts}`,
      wrong: `
      host web
           ^^^ single-point-of-failure
      host alice, bob${reading}`,
      accepts,
      right: `${web}${reading}
      ${more}`,
    }),
  ),
  {
    code: 'single-point-of-failure',
    reports: 'a tracker',
    wrong: `
      service torrent uses swarm pieces 4
      host tracker runs torrent tracker
           ^^^^^^^ single-point-of-failure Without tracker both flows fail
      host seed[2] runs torrent peer shares "film" 4MB
      host ann, ben runs torrent peer
      flow "Ann wants it" {
        ann fetches "film"
      }
      flow "Ben wants it, too" {
        ann, ben fetch "film"
      }`,
    accepts: 'a peer of a network in which there is no centre',
    right: `
      service files uses flooding
      host hub, ann, ben runs files peer
      host seed[2] runs files peer shares "film" 4MB
      flow "Ann wants it" {
        ann fetches "film"
      }
      flow "Ben wants it, too" {
        ann, ben fetch "film"
      }`,
  },
  {
    code: 'single-point-of-failure',
    reports: 'a server that forwards streams',
    wrong: `
      service meet uses sfu
      host zoom runs meet server
           ^^^^ single-point-of-failure Without zoom both flows fail
      host ann, ben, cem runs meet client
      flow "Two" {
        call ann, ben
      }
      flow "Three" {
        call ann, ben, cem
      }`,
    accepts: 'callers who need none',
    right: `
      service phone uses mesh
      host ann, ben, cem runs phone peer
      flow "Two" {
        call ann, ben
      }
      flow "Three" {
        call ann, ben, cem
      }`,
  },
  {
    code: 'single-point-of-failure',
    reports: 'a chat server',
    wrong: `
      service chat uses relay
      host talk runs chat server
           ^^^^ single-point-of-failure Without talk both flows fail
      host ann, ben runs chat client
      flow "Ann speaks" {
        ann sends "hello"
      }
      flow "Ben speaks" {
        ben sends "hello"
      }`,
    accepts: 'an edge for which the origin steps in',
    right: `
      service cdn uses cache
      host ann, ben runs cdn client
      host near runs cdn edge
      host studio[2] runs cdn origin shares "film"
      flow "Ann watches" {
        ann fetches "film"
      }
      flow "Ben watches" {
        ben fetches "film"
      }
      expect "Ann watches" needs studio[1]`,
  },
  {
    code: 'single-point-of-failure',
    reports: 'a server of three flows',
    wrong: `
      host web
           ^^^ single-point-of-failure Without web each of the 3 flows fails
      host alice, bob${reading}
      flow "Both read" {
        alice, bob -> web : "GET /"
      }`,
    accepts: 'a file of one flow, one client, or a flow that does without',
    right: `
      host web
      host alice, bob${reading}
      flow "Alone" {
        alice -> bob : "hello"
      }`,
  },
];

const lan = `
      host ben, clara
      switch lan
      link anna, ben, clara -- lan 10Mbps`;

const busyCases: readonly Case[] = [
  {
    code: 'serves-while-busy',
    reports: 'an upload that takes longer because the host serves another at the same time',
    wrong: `
      host anna shares "film" 20MB${lan}
      flow "Both" {
        together {
          ben -> anna : get "film"
          anna -> clara : put "photos" 10MB
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy anna serves ben while it sends “photos” itself, so that takes 16 s instead of 8 s.
        }
      }`,
    accepts: 'one after the other',
    right: `
      host anna shares "film" 20MB${lan}
      flow "One by one" {
        ben -> anna : get "film"
        anna -> clara : put "photos" 10MB
      }`,
  },
  {
    code: 'serves-while-busy',
    reports: 'a download that takes longer because somebody else uploads to the host',
    wrong: `
      host anna${lan}
      host dora shares "film" 20MB
      link dora -- lan
      flow "Both" {
        together {
          ben -> anna : put "photos" 20MB
          anna -> dora : get "film"
          ^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy anna serves ben while it receives “film” itself
        }
      }`,
    accepts: 'what goes in the other direction, because links are full duplex',
    right: `
      host anna shares "song" 20MB${lan}
      host dora shares "film" 20MB
      link dora -- lan
      flow "Both" {
        together {
          ben -> anna : get "song"
          anna -> dora : get "film"
        }
      }`,
  },
  {
    code: 'serves-while-busy',
    reports: 'what shares the rate of the host, where each link has room enough',
    wrong: `
      host anna shares "film" 20MB up 10Mbps
      host ben, clara
      link anna -- ben, clara 100Mbps
      flow "Both" {
        together {
          ben -> anna : get "film"
          anna -> clara : put "photos" 10MB
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy
        }
      }`,
    accepts: 'two links of their own, less than a second, and a duration that the file states',
    right: `
      host anna shares "film" 20MB
      host ben, clara
      link anna -- ben, clara 10Mbps
      flow "Two links" {
        together {
          ben -> anna : get "film"
          anna -> clara : put "photos" 10MB
        }
      }
      flow "Short" {
        together {
          ben -> anna : get "film"
          anna -> ben : put "photos" 1MB
        }
      }
      flow "Stated" {
        together {
          ben -> anna : get "film"
          anna -> ben : put "photos" 10MB
        }
      }
      expect "Stated" takes > 8s`,
  },
  {
    code: 'serves-while-busy',
    reports: 'two hosts that serve each other, once',
    wrong: `
      host anna shares "film" 20MB${lan}
      flow "Both" {
        together {
          clara -> anna : get "film"
          anna -> clara : put "photos" 10MB
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy anna serves clara
        }
      }`,
    accepts: 'the line of the other end, which somebody else is using',
    right: `
      host anna shares "film" 20MB
      host ben, dora
      host clara down 5Mbps
      link anna -- ben, clara 10Mbps
      link dora -- clara 10Mbps
      flow "Both" {
        together {
          ben -> anna : get "film"
          anna -> clara : put "photos" 10MB
          dora -> clara : put "more" 10MB
        }
      }`,
  },
  {
    code: 'serves-while-busy',
    reports: 'its own work, however it is nested',
    wrong: `
      host anna shares "film" 20MB${lan}
      flow "Both" {
        together {
          repeat 2 {
            ben -> anna : get "film"
          }
          anna -> clara : "print" 10MB
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serves-while-busy “print”
        }
      }`,
    accepts: 'what it does on behalf of those whom it serves',
    right: `
      host anna shares "film" 20MB${lan}
      flow "Both" {
        together {
          ben -> anna : get "film"
          ben -> anna : "print for me" {
            anna -> clara : "print" 10MB
          }
        }
      }`,
  },
];

export const designCases: readonly Case[] = [...failurePoints, ...busyCases];
