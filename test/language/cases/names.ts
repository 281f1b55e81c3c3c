// Cases of names: declared twice, not declared, or of a group that is too large or too small.

import type { Case } from './case';

export const nameCases: readonly Case[] = [
  {
    code: 'duplicate-name',
    reports: 'a second host of the same name',
    wrong: `
      host alice
      switch alice
             ^^^^^ duplicate-name There is a host “alice” already`,
    accepts: 'names that differ in case',
    right: `
      host alice
      switch Alice`,
  },
  {
    code: 'duplicate-name',
    reports: 'a second service, flow or scenario of the same name, and a second title',
    wrong: `
      topology "A"
      topology "B"
               ^^^ duplicate-name one title
      service web uses request
      service web uses index
              ^^^ duplicate-name service “web”
      flow "A" {
        wait 1s
      }
      flow "A" {
           ^^^ duplicate-name flow “A”
        wait 1s
      }
      scenario "A" {
      }
      scenario "A" {
               ^^^ duplicate-name scenario “A”
      }`,
    accepts: 'one name for a title, a host, a service, a flow and a scenario',
    right: `
      topology "web"
      service web uses request
      host web
      flow "web" {
        wait 1s
      }
      scenario "web" {
        offline web
      }`,
  },
  {
    code: 'unknown-host',
    reports: 'a host that is not declared, with the closest name',
    wrong: `
      host alice, bob
      flow "Greet" {
        alcie -> bob : "hello"
        ^^^^^ unknown-host Did you mean “alice”?
        alice -> carol : "hello"
                 ^^^^^ unknown-host Declare it on a line of its own: host carol
      }`,
    accepts: 'a host that is declared further down',
    right: `
      flow "Greet" {
        alice -> bob : "hello"
      }
      host alice, bob`,
  },
  {
    code: 'unknown-host',
    reports: 'a switch that is asked as if it were a host',
    wrong: `
      host alice
      switch lan
      link alice -- lan
      flow "Greet" {
        alice -> lan : "hello"
                 ^^^ unknown-host “lan” is a switch
      }`,
    accepts: 'a switch that goes offline',
    right: `
      host alice
      switch lan
      link alice -- lan
      scenario "Dark" {
        offline lan
      }`,
  },
  {
    code: 'unknown-host',
    reports: 'a service that is asked as if it were a host',
    wrong: `
      service music uses index
      host alice runs music peer
      flow "Ask" {
        alice -> music : "hello"
                 ^^^^^ unknown-host “music” is a service, not a host
      }`,
    accepts: 'a host that runs the service',
    right: `
      service music uses index
      host alice, bob runs music peer
      flow "Ask" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'unknown-service',
    reports: 'a service that is not declared, once however many hosts run it',
    wrong: `
      host napster runs music index
                        ^^^^^ unknown-service service music uses index
      host alice, bob runs music peer
      host carol runs music peer
      flow "Ask" {
        alice -> napster : lookup "song"
      }`,
    accepts: 'a service of clients and servers without a declaration',
    right: `
      host browser runs web client
      host shop runs web server
      flow "Ask" {
        browser -> shop : "GET /"
      }`,
  },
  {
    code: 'unknown-service',
    reports: 'a host that is joined as if it were a service',
    wrong: `
      service chat uses relay
      host alice runs chat client
      host hub runs chat server
      flow "Talk" {
        alice joins hub
                    ^^^ unknown-service “hub” is a host, not a service
      }`,
    accepts: 'joining a service',
    right: `
      service chat uses relay
      host alice runs chat client
      host hub runs chat server
      flow "Talk" {
        alice joins chat
      }`,
  },
  {
    code: 'unknown-flow',
    reports: 'an expectation of a flow that is not there',
    wrong: `
      host alice
      flow "Wait" {
        wait 1s
      }
      expect "wait" succeeds
             ^^^^^^ unknown-flow Did you mean “Wait”?
      expect alice is client in "Ask"
                                ^^^^^ unknown-flow flow "Ask" {`,
    accepts: 'an expectation of a flow that follows',
    right: `
      expect "Wait" succeeds
      flow "Wait" {
        wait 1s
      }`,
  },
  {
    code: 'unknown-scenario',
    reports: 'an expectation in a scenario that is not there',
    wrong: `
      host alice
      expect alice is client when "dark"
                                  ^^^^^^ unknown-scenario scenario "dark" {`,
    accepts: 'an expectation in a scenario',
    right: `
      host alice
      scenario "dark" {
        offline alice
      }
      expect alice is client when "dark"`,
  },
  {
    code: 'unknown-resource',
    reports: 'asking for what nobody shares',
    wrong: `
      host alice
      host bob shares "song.mp3"
      flow "Ask" {
        alice -> bob : get "song.mp4"
                           ^^^^^^^^^^ unknown-resource Did you mean “song.mp3”?
        alice -> bob : register "talk"
                                ^^^^^^ unknown-resource shares "talk"
        alice fetches "film"
                      ^^^^^^ unknown-resource No host shares “film”
      }`,
    accepts: 'asking for what was uploaded or published, and looking for what nobody has',
    right: `
      host alice, bob
      flow "Ask" {
        alice -> bob : put "song"
        bob -> alice : get "song"
        alice publishes "talk"
        bob fetches "talk"
        alice -> bob : lookup "film"
        alice searches "film"
      }`,
  },
  {
    code: 'bad-group',
    reports: 'a group of a billion, at the number',
    wrong: `
      host peer[1000000000]
                ^^^^^^^^^^ bad-group a group has at most 100,000
      host friend[100001]
                  ^^^^^^ bad-group “friend” would have 100,001 members
      host nobody[0]
                  ^ bad-group at least one member
      flow "Silent about the rest" {
        peer[7] -> friend : "hello"
      }`,
    accepts: 'a group of 100,000',
    right: 'host peer[100000]',
  },
  {
    code: 'bad-group',
    reports: 'members that a group does not have',
    wrong: `
      host peer[10], alice
      flow "Ask" {
        peer[11] -> alice : "hello"
        ^^^^^^^^ bad-group “peer” has the members 1 to 10
        peer[5..20] -> alice : "hello"
        ^^^^^^^^^^^ bad-group “peer” has the members 1 to 10
        peer[5..2] -> alice : "hello"
        ^^^^^^^^^^ bad-group write peer[2..5]
        alice[1] -> peer[0] : "hello"
             ^^^ bad-group is one host, not a group
                    ^^^^^^^ bad-group “peer” has the members 1 to 10
        alice[*] -> peer : "hello"
             ^^^ bad-group is one host, not a group
      }`,
    accepts: 'each way to name members',
    right: `
      host peer[10], alice
      flow "Ask" {
        peer[1] -> alice : "hello"
        peer[1..10] -> alice : "hello"
        peer[*] -> alice : "hello"
        peer -> alice : "hello"
        peer[1], peer[3..4] -> alice : "hello"
      }`,
  },
  {
    code: 'bad-group',
    reports: 'more links than a file may have',
    wrong: `
      host peer[1000], friend[1000]
      link peer -- friend
      ^^^^^^^^^^^^^^^^^^^ bad-group 1,000,000 links
      link peer, friend as mesh
      ^^^^^^^^^^^^^^^^^^^^^^^^^ bad-group As mesh, 2,000 hosts have more`,
    accepts: 'a star of a thousand hosts',
    right: `
      host peer[1000]
      link peer as star`,
  },
  {
    code: 'duplicate-name',
    reports: 'what is said of a link twice',
    wrong: `
      host alice, bob
      link alice -- bob 10Mbps 20Mbps loss 1% 2ms loss 2%
                               ^^^^^^ duplicate-name “20Mbps” says again what this link is like`,
    accepts: 'each of rate, latency and loss once, in any order',
    right: `
      host alice, bob
      link alice -- bob loss 1% 2ms 10Mbps`,
  },
  {
    code: 'duplicate-name',
    reports: 'what is said of a host twice',
    wrong: `
      service music uses index
      host alice runs music peer, music peer up 1Mbps up 2Mbps down 3Mbps down 4Mbps
                                  ^^^^^^^^^^ duplicate-name “alice” already runs music peer: remove one of the two.
                                                         ^^^^^ duplicate-name already has a rate for “up”
                                                                               ^^^^^ duplicate-name already has a rate for “down”
      host bob at (0, 0) {
        shares "song" 4MB
        shares "song" 5MB
               ^^^^^^ duplicate-name “bob” already shares “song”
        at (1, 1)
        ^^^^^^^^^ duplicate-name already has a place in the diagram
        note "A laptop."
        note "A telephone."
             ^^^^^^^^^^^^^^ duplicate-name already has a note
      }`,
    accepts: 'two kinds of software of a service, and a resource that is shared in two',
    right: `
      service music uses index
      service web uses request
      host alice runs music client, music server
      host bob runs music peer, web peer {
        shares "song" 4MB in music
        shares "song" 4MB in web
        up 1Mbps down 1Mbps
      }
      host napster runs music index lists "song" at bob lists "song" at alice`,
  },
  {
    code: 'unknown-host',
    reports: 'a name that looks the same, but is typed with other characters',
    wrong: `
      host cafe\u0301, bob
      flow "Greet" {
        bob -> caf\u00e9 : "hello"
               ^^^^ unknown-host typed with other characters
      }`,
    accepts: 'the same characters',
    right: `
      host caf\u00e9, bob
      flow "Greet" {
        bob -> caf\u00e9 : "hello"
      }`,
  },
  {
    code: 'unknown-resource',
    reports: 'a resource that looks the same, but is typed with other characters',
    wrong: `
      host alice shares "re\u0301sume\u0301"
      host bob
      flow "Ask" {
        bob -> alice : get "r\u00e9sum\u00e9"
                           ^^^^^^^^ unknown-resource typed with other characters
      }`,
    accepts: 'the same characters',
    right: `
      host alice shares "re\u0301sume\u0301"
      host bob
      flow "Ask" {
        bob -> alice : get "re\u0301sume\u0301"
      }`,
  },
];
