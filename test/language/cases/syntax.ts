// Cases of what one line says, and of which line stands in whose block.

import type { Case } from './case';

export const syntaxCases: readonly Case[] = [
  {
    code: 'unexpected-token',
    reports: 'what follows a complete statement',
    wrong: `
      topology "A" "B"
                   ^^^ unexpected-token complete before “"B"”`,
    accepts: 'a comment behind a statement',
    right: 'topology "A" // "B"',
  },
  {
    code: 'unexpected-token',
    reports: 'a flow that an expectation names twice',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect "Greet" succeeds in "Greet"
                              ^^ unexpected-token names its flow at the start`,
    accepts: 'the flow that an expectation of a host is about',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect alice is client in "Greet"`,
  },
  {
    code: 'unexpected-token',
    reports: 'a service called like a word that starts statements',
    wrong: `
      service flow uses index
              ^^^^ unexpected-token cannot be the name of the service`,
    accepts: 'a service called like any other word',
    right: 'service search uses index',
  },
  {
    code: 'unexpected-token',
    reports: 'a step outside of a flow, once for several in a row',
    wrong: `
      host alice, bob
      alice -> bob : "hello"
      ^^^^^^^^^^^^^^^^^^^^^^ unexpected-token stands in the block of a flow
      bob -> alice : "hello"`,
    accepts: 'a step in a flow',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a step in the block of a host',
    wrong: `
      host alice {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ unexpected-token Messages stand in a flow
      }`,
    accepts: 'properties and a note in the block of a host',
    right: `
      host alice {
        up 1Mbps down 2Mbps
        note "Alice's laptop"
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a message in a scenario',
    wrong: `
      host alice, bob
      scenario "Greeting" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ unexpected-token Messages stand in a flow
      }`,
    accepts: 'faults in a scenario',
    right: `
      host alice, bob
      scenario "Silence" {
        offline alice, bob
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a declaration within a flow, which keeps its other steps',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
        host carol
        ^^^^^^^^^^ unexpected-token stands outside of blocks
        bob -> alice : "hello"
      }`,
    accepts: 'a declaration behind a flow',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      host carol`,
  },
  {
    code: 'unexpected-token',
    reports: 'a property outside of a host',
    wrong: `
      host alice
      up 1Mbps
      ^^^^^^^^ unexpected-token property of a host`,
    accepts: 'a property behind the name of a host',
    right: 'host alice up 1Mbps',
  },
  {
    code: 'unexpected-token',
    reports: 'a setting in a flow',
    wrong: `
      host alice, bob
      flow "Slow" {
        alice -> bob : "hello"
        set alice up 1kbps
        ^^^^^^^^^^^^^^^^^^ unexpected-token stands in a scenario
      }`,
    accepts: 'a setting in a scenario',
    right: `
      host alice, bob
      scenario "Slow" {
        set alice up 1kbps
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a } that closes nothing',
    wrong: `
      host alice
      }
      ^ unexpected-token closes nothing`,
    accepts: 'a } for each {',
    right: `
      host alice {
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a statement behind a }',
    wrong: `
      host alice {
      } host bob
      ^ unexpected-token belongs on a line of its own`,
    accepts: 'a comment behind a }',
    right: `
      host alice {
      } // host bob`,
  },
  {
    code: 'unexpected-token',
    reports: 'a block of a statement that has none',
    wrong: `
      host alice, bob
      link alice -- bob {
                        ^ unexpected-token A link has no block
      }`,
    accepts: 'a statement without a block',
    right: `
      host alice, bob
      link alice -- bob`,
  },
  {
    code: 'unexpected-token',
    reports: '“otherwise” without a request before it',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
        wait 1s
        otherwise {
        ^^^^^^^^^ unexpected-token follows the block of a request
          note "silence"
        }
      }`,
    accepts: '“otherwise” behind a request, on a line of its own as well',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
        }
        otherwise {
          note "silence"
        }
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a block behind a one-way message',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice ~> bob : "hello" {
                               ^ unexpected-token Nobody answers a message with ~>
          bob -> alice : "hello"
        }
      }`,
    accepts: 'a block behind a request',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
          bob -> alice : "hello"
        }
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'a block of which nothing says what it is for',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
        } {
          ^ unexpected-token } otherwise {
          note "silence"
        }
      }`,
    accepts: 'the same with a word',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
        } otherwise {
          note "silence"
        }
      }`,
  },
  {
    code: 'unexpected-token',
    reports: 'blocks that are nested too deep',
    wrong: `
      host alice, bob
      flow "Deep" {
        alice -> bob : "hello"
${'      together {\n'.repeat(49)}      together {
               ^ unexpected-token more than 50 deep
${'      }\n'.repeat(50)}      }`,
    accepts: 'blocks that are nested fifty deep',
    right: `
      host alice, bob
      flow "Deep" {
        alice -> bob : "hello"
${'      together {\n'.repeat(49)}${'      }\n'.repeat(49)}      }`,
  },
  {
    code: 'unclosed-block',
    reports: 'a block that is open at the end of the file',
    wrong: `
      host alice, bob
      flow "Greet" {
                   ^ unclosed-block the end of the file
        alice -> bob : "hello"`,
    accepts: 'a block that ends with the file',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'unclosed-block',
    reports: 'a block that is open where a declaration follows',
    wrong: `
      host alice {
                 ^ unclosed-block before line 3
        up 1Mbps
      host bob`,
    accepts: 'a block that is closed before the next declaration',
    right: `
      host alice {
        up 1Mbps
      }
      host bob`,
  },
  {
    code: 'unclosed-block',
    reports: 'a flow without its {',
    wrong: `
      host alice, bob
      flow "Greet"
      ^^^^^^^^^^^^ unclosed-block put { at the end
        alice -> bob : "hello"
      }`,
    accepts: 'a flow with its {',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  {
    code: 'unclosed-block',
    reports: '“otherwise” without its {',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
        } otherwise
          ^^^^^^^^^ unclosed-block put { at the end
          note "silence"
        }
      }`,
    accepts: '“otherwise” with its {',
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello" {
        } otherwise {
          note "silence"
        }
      }`,
  },
  {
    code: 'unterminated-string',
    reports: 'a text without its second quote, and nothing else in its block',
    wrong: `
      host alice, bob
      flow "Greet {
           ^^^^^^ unterminated-string
        alice -> bob : "hello"
      }`,
    accepts: 'quotes and backslashes in a text',
    right: 'topology "a \\"b\\" \\\\"',
  },
  {
    code: 'unknown-word',
    reports: 'a word that starts no statement',
    wrong: `
      hots alice
      ^^^^ unknown-word Did you mean “host”?`,
    accepts: 'each word that starts a declaration',
    right: `
      topology "All"
      service web uses request
      host alice runs web client
      switch lan
      router home
      cloud internet
      link alice -- lan`,
  },
  {
    code: 'unknown-word',
    reports: 'a pattern that the language does not have',
    wrong: `
      service web uses napster
                       ^^^^^^^ unknown-word Use request, index, flooding`,
    accepts: 'a pattern of the language',
    right: 'service web uses index',
  },
  {
    code: 'unknown-word',
    reports: 'an option that the pattern does not have',
    wrong: `
      service files uses flooding pieces 7
                                  ^^^^^^ unknown-word Use ttl.`,
    accepts: 'an option of the pattern',
    right: 'service files uses flooding ttl 7',
  },
  {
    code: 'unknown-word',
    reports: 'an option that a scenario sets and the pattern does not have',
    wrong: `
      service web uses request
      scenario "Short" {
        set web ttl 1
                ^^^ unknown-word It has none
      }`,
    accepts: 'an option of the pattern in a scenario',
    right: `
      service files uses flooding
      scenario "Short" {
        set files ttl 1
      }`,
  },
  {
    code: 'bad-quantity',
    reports: 'a unit that the language does not have',
    wrong: `
      host alice up 1Mbit
                    ^^^^^ bad-quantity write 1Mbps`,
    accepts: 'every unit of the language',
    right: `
      host alice shares "a" 1B shares "b" 1kB shares "c" 1MB shares "d" 1GB shares "e" 1TB
      host bob shares "a" 1KiB shares "b" 1MiB shares "c" 1.5GiB up 1bps down 1kbps
      link alice -- bob 1Mbps 1us loss 0.5%
      link alice -- bob 1Gbps 1ms loss 0%
      flow "Wait" {
        wait 1s
        wait 1min
        wait 1h
      }`,
  },
  {
    code: 'bad-quantity',
    reports: 'a number beyond any network',
    wrong: `
      host alice shares "song" 9999999999999TB
                               ^^^^^^^^^^^^^^^ bad-quantity up to 1,000,000,000,000
      flow "Wait" {
        wait 1000000000001h
             ^^^^^^^^^^^^^^ bad-quantity
      }`,
    accepts: 'the largest number',
    right: `
      host alice shares "song" 1000000000000TB
      flow "Wait" {
        wait 1000000000000h
      }`,
  },
  {
    code: 'bad-quantity',
    reports: 'a loss of more than everything',
    wrong: `
      host alice, bob
      link alice -- bob loss 101%
                             ^^^^ bad-quantity 0% to 100%`,
    accepts: 'a loss of everything',
    right: `
      host alice, bob
      link alice -- bob loss 100%`,
  },
  {
    code: 'bad-quantity',
    reports: 'nothing at all, where at least one is needed',
    wrong: `
      service files uses flooding ttl 0
                                      ^ bad-quantity “ttl 0” means nothing: write 1 or more.
      host peer[4] runs files peer
      link peer as tree 0
                        ^ bad-quantity “tree 0”
      flow "Wait" {
        repeat 0 {
               ^ bad-quantity “repeat 0”
          wait 1s
        }
      }
      scenario "Short sight" {
        set files ttl 0
                      ^ bad-quantity “ttl 0”
      }`,
    accepts: 'one',
    right: `
      service files uses flooding ttl 1
      host peer[4] runs files peer
      link peer as tree 1
      flow "Wait" {
        repeat 1 {
          wait 1s
        }
      }
      scenario "Short sight" {
        set files ttl 1
      }`,
  },
];
