// Cases of the network and of the software on it: who reaches whom, and who can ask whom what.

import type { Case } from './case';

const services = `
      service music uses index
      service web uses request`;

export const networkCases: readonly Case[] = [
  {
    code: 'no-path',
    reports: 'a request to a host without a link',
    wrong: `
      host alice, bob, carol
           ^^^^^ isolated-host
      link bob -- carol
      flow "Greet" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ no-path “alice” has no link
      }`,
    accepts: 'every request where there are no links at all',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'no-path',
    reports: 'two networks that are not linked',
    wrong: `
      host alice, bob
      switch left, right
      link alice -- left
      link bob -- right
      flow "Greet" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ no-path no links lead from one to the other
      }`,
    accepts: 'two networks with a link between them',
    right: `
      host alice, bob
      switch left, right
      link alice -- left
      link bob -- right
      link left -- right
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'no-path',
    reports: 'a host that asks itself',
    wrong: `
      host alice
      flow "Think" {
        alice -> alice : "well?"
        ^^^^^^^^^^^^^^^^^^^^^^^^ no-path “alice” asks itself
      }`,
    accepts: 'the members of a group that ask each other',
    right: `
      host peer[3]
      flow "Talk" {
        peer -> peer : "well?"
      }`,
  },
  {
    code: 'no-path',
    reports: 'cutting a link that is not there',
    wrong: `
      host alice, bob, carol
      link alice -- bob
      link bob -- carol
      scenario "Cut" {
        cut alice -- carol
        ^^^^^^^^^^^^^^^^^^ no-path no link between “alice” and “carol”
      }`,
    accepts: 'cutting and restoring a link, from either end',
    right: `
      host alice, bob
      link alice -- bob
      flow "Cut" {
        cut alice -- bob
        restore bob -- alice
      }`,
  },
  {
    code: 'hosts-do-not-forward',
    reports: 'a host in the middle of a path',
    wrong: `
      host alice, bob, carol
      link alice -- bob
      link bob -- carol
      flow "Greet" {
        alice -> carol : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^^^ hosts-do-not-forward through a switch
      }`,
    accepts: 'a switch, a router and a cloud in the middle of a path',
    right: `
      host alice, carol
      switch lan
      router home
      cloud internet
      link alice -- lan
      link lan -- home
      link home -- internet
      link internet -- carol
      flow "Greet" {
        alice -> carol : "hello"
      }`,
  },
  {
    code: 'link-to-itself',
    reports: 'a cable with both ends in one host',
    wrong: `
      host alice, bob
      link alice -- alice
      ^^^^^^^^^^^^^^^^^^^ link-to-itself
      link alice -- bob`,
    accepts: 'a group in which each is linked with each',
    right: `
      host peer[3]
      link peer -- peer`,
  },
  {
    code: 'isolated-host',
    reports: 'hosts without a link, a group of them once',
    wrong: `
      host alice, bob
      host peer[3]
           ^^^^ isolated-host link peer -- alice
      host carol
           ^^^^^ isolated-host link carol -- alice
      host friend[2]
           ^^^^^^ isolated-host link friend[2] -- alice
      link alice -- bob, friend[1]`,
    accepts: 'hosts without a link where there are none',
    right: 'host alice, bob',
  },
  {
    code: 'isolated-host',
    reports: 'a host that has an overlay link alone',
    wrong: `
      service files uses flooding
      host alice, bob, carol runs files peer
                       ^^^^^ isolated-host
      link alice -- bob
      link alice, bob, carol over files as ring`,
    accepts: 'overlay links alone',
    right: `
      service files uses flooding
      host alice, bob, carol runs files peer
      link alice, bob, carol over files as ring`,
  },
  {
    code: 'missing-client-software',
    reports: 'asking without client software',
    wrong: `${services}
      host alice runs music peer
      host shop runs web server
      flow "Buy" {
        alice -> shop : "GET /"
        ^^^^^^^^^^^^^^^^^^^^^^^ missing-client-software Add to alice: runs web client
      }`,
    accepts: 'asking with client software',
    right: `${services}
      host alice runs music peer, web client
      host shop runs web server
      flow "Buy" {
        alice -> shop : "GET /"
      }`,
  },
  {
    code: 'missing-client-software',
    reports: 'fetching without software',
    wrong: `
      service files uses dht
      host alice
      host bob runs files peer shares "song"
      flow "Fetch" {
        alice fetches "song"
        ^^^^^^^^^^^^^^^^^^^^ missing-client-software Add to alice: runs files peer
      }`,
    accepts: 'fetching with software',
    right: `
      service files uses dht
      host alice runs files peer
      host bob runs files peer shares "song"
      flow "Fetch" {
        alice fetches "song"
      }`,
  },
  {
    code: 'missing-client-software',
    reports: 'joining without software',
    wrong: `${services}
      host alice runs web client
      flow "Join" {
        alice joins music
        ^^^^^^^^^^^^^^^^^ missing-client-software Add to alice: runs music peer
        alice fetches "song" over music
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-client-software Add to alice: runs music peer
      }
      host bob runs music peer shares "song"`,
    accepts: 'joining with software',
    right: `${services}
      host alice runs music peer
      flow "Join" {
        alice joins music
        alice fetches "song" over music
      }
      host bob runs music peer shares "song"`,
  },
  {
    code: 'missing-server-software',
    reports: 'asking a host without server software',
    wrong: `${services}
      host alice, bob runs web client
      flow "Ask" {
        alice -> bob : "GET /"
        ^^^^^^^^^^^^^^^^^^^^^^ missing-server-software Add to bob: runs web server
        alice -> bob : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-server-software Add to bob: runs music index
      }`,
    accepts: 'asking where no host runs anything',
    right: `
      host alice, bob
      flow "Ask" {
        alice -> bob : "GET /"
        alice -> bob : lookup "song"
      }`,
  },
  {
    code: 'missing-server-software',
    reports: 'the answer as a step of its own',
    wrong: `
      host alice runs web client
      host bob runs web server
      flow "Ask" {
        alice -> bob : "GET /"
        bob -> alice : "200 OK"
        ^^^^^^^^^^^^^^^^^^^^^^^ missing-server-software Or, if this is meant as an answer, remove it
      }`,
    accepts: 'a request that says what is answered',
    right: `
      host alice runs web client
      host bob runs web server
      flow "Ask" {
        alice -> bob : "GET /" replies "200 OK"
      }`,
  },
  {
    code: 'missing-server-software',
    reports: 'asking an index for the resource itself',
    wrong: `${services}
      host napster runs music index
      host alice runs music peer shares "song"
      flow "Ask" {
        alice -> napster : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-server-software it says who has what
      }`,
    accepts: 'asking a peer for the resource',
    right: `${services}
      host napster runs music index
      host alice, bob runs music peer shares "song"
      flow "Ask" {
        alice -> napster : login "alice"
        alice -> bob : get "song"
      }`,
  },
  {
    code: 'not-an-index',
    reports: 'a lookup where nobody keeps a list',
    wrong: `
      service files uses dht
      host alice runs files peer
      host bob runs files peer shares "song"
      flow "F" {
        alice -> bob : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-an-index let a host search by itself
      }`,
    accepts: 'a search there',
    right: `
      service files uses dht
      host alice runs files peer
      host bob runs files peer shares "song"
      flow "F" {
        alice searches "song"
      }`,
  },
  {
    code: 'not-an-index',
    reports: 'looking up at a peer',
    wrong: `${services}
      host alice, bob runs music peer
      flow "Ask" {
        alice -> bob : lookup "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-an-index “bob” runs “music” as a peer, not as an index
      }`,
    accepts: 'looking up at an index',
    right: `${services}
      host alice runs music peer
      host napster runs music index
      flow "Ask" {
        alice -> napster : lookup "song"
      }`,
  },
  {
    code: 'ambiguous-service',
    reports: 'a message and an action that fit two services',
    wrong: `${services}
      host alice, bob runs music peer, web peer shares "song"
      flow "Ask" {
        alice -> bob : get "song"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ ambiguous-service “music” or “web”
        alice fetches "song"
        ^^^^^^^^^^^^^^^^^^^^ ambiguous-service write over music
      }`,
    accepts: 'a service named by “over”, or by what the resource is shared in',
    right: `${services}
      host alice, bob runs music peer, web peer shares "song" shares "talk" in music
      flow "Ask" {
        alice -> bob : get "song" over web
        alice -> bob : get "talk"
        alice fetches "song" over music
        alice fetches "talk"
      }`,
  },
  {
    code: 'peer-needs-both',
    reports: 'half a peer',
    wrong: `${services}
      host alice runs music client
                      ^^^^^^^^^^^^ peer-needs-both the background service
      host bob runs music server
                    ^^^^^^^^^^^^ peer-needs-both the user interface`,
    accepts: 'a peer, and its two halves together',
    right: `${services}
      host alice runs music peer
      host bob runs music client, music server`,
  },
  {
    code: 'empty-flow',
    reports: 'a flow in which nothing happens',
    wrong: `
      flow "Nothing" {
           ^^^^^^^^^ empty-flow Add a step
        note "Later."
      }`,
    accepts: 'a flow that only waits',
    right: `
      flow "Something" {
        wait 1s
      }`,
  },
  {
    code: 'unknown-word',
    reports: 'software that the pattern of the service does not have',
    wrong: `${services}
      service cdn uses cache
      service talk uses mesh
      service files uses flooding
      host a runs music tracker
                        ^^^^^^^ unknown-word “music” uses the pattern index, whose software is peer or index. Write: music index
      host b runs web index
                      ^^^^^ unknown-word Write: web server, or declare: service web uses index
      host c runs cdn server
                      ^^^^^^ unknown-word Write: cdn origin
      host d runs talk client
                       ^^^^^^ unknown-word Write: talk peer
      host e runs files origin
                        ^^^^^^ unknown-word Write: files peer`,
    accepts: 'the software of each pattern',
    right: `
      service web uses request
      service music uses index
      service files uses flooding
      service torrent uses swarm
      service ipfs uses dht
      service coins uses gossip
      service chat uses relay
      service talk uses mesh
      service meeting uses sfu
      service cdn uses cache
      host a runs web client, web server, chat client, chat server, meeting client, meeting server
      host b runs web peer, chat peer
      host c runs music peer, music index, files peer, torrent peer, torrent tracker, ipfs peer, coins peer
      host d runs talk peer, talk server, cdn client, cdn edge, cdn origin`,
  },
  {
    code: 'no-neighbours',
    reports: 'a host without a link over the service to anybody',
    wrong: `
      service files uses flooding
      service coins uses gossip
      host alice, bob, carol runs files peer, coins peer shares "song" in files
      link alice -- bob over files
      link alice -- bob over coins
      flow "Search" {
        carol searches "song" over files
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-neighbours “carol” has no neighbour in “files”, so nobody hears it. Link it to one: link carol -- alice over files
        carol publishes "block" over coins
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-neighbours link carol -- alice over coins
      }`,
    accepts: 'a host with such a link, and everybody where there are none',
    right: `
      service files uses flooding
      service coins uses gossip
      host alice, bob, carol runs files peer, coins peer shares "song" in files
      link alice, bob, carol over files as line
      flow "Search" {
        carol searches "song" over files
        carol publishes "block" over coins
      }`,
  },
  {
    code: 'no-neighbours',
    reports: 'the only host of a service, and one that reaches no other',
    wrong: `
      service files uses flooding
      service coins uses gossip
      host alice, bob, carol, dora runs files peer
      host miner runs coins peer
      link alice -- bob
      link carol -- dora, miner
      flow "Alone" {
        alice searches "song"
        miner publishes "block"
        ^^^^^^^^^^^^^^^^^^^^^^^ no-neighbours “miner” is the only host that runs “coins”, so nobody hears it. Add to another host: runs coins peer
      }
      host erik runs files peer
      switch far
      link erik -- far
      flow "Far away" {
        erik searches "song"
        ^^^^^^^^^^^^^^^^^^^^ no-neighbours “erik” reaches no other host that runs “files”. Link them, directly or through a switch.
      }`,
    accepts: 'a service of another pattern, whose hosts need no neighbours',
    right: `
      service music uses index
      host alice runs music peer
      flow "Alone" {
        alice searches "song"
      }`,
  },
];
