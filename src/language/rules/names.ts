/** Rules of names: each means one thing, and what is named is there. */
import type { Rules } from './rule';

type Code =
  | 'duplicate-name'
  | 'unknown-host'
  | 'unknown-service'
  | 'unknown-flow'
  | 'unknown-scenario'
  | 'unknown-resource'
  | 'bad-group';

export const nameRules: Rules<Code> = {
  'duplicate-name': {
    title: 'Said twice',
    explanation:
      'A name stands for one thing: two hosts with one name could not be told apart. In the same way a host has each property once, ' +
      'because of two rates for `up` only one can be true. Choose another name, or remove one of the two.',
    wrong: `
      host alice, bob
      host alice
           ^^^^^ duplicate-name`,
    right: `
      host alice, bob
      host carol`,
  },
  'unknown-host': {
    title: 'No such host',
    explanation:
      'A line can only speak of hosts and switches that the file declares somewhere, before or after it. Either the name is misspelt ' +
      '(small and capital letters count), or the declaration is missing. Correct the name, or declare the host.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alcie -> bob : "hello"
        ^^^^^ unknown-host
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  'unknown-service': {
    title: 'No such service',
    explanation:
      'A service is an application that several hosts run together. If it is more than clients that ask servers, the file has to say ' +
      'how it works: `service music uses index`. Declare the service, or correct its name.',
    wrong: `
      host napster runs music index
                        ^^^^^ unknown-service
      host alice runs music peer`,
    right: `
      service music uses index
      host napster runs music index
      host alice runs music peer`,
  },
  'unknown-flow': {
    title: 'No such flow',
    explanation:
      'An expectation speaks of a flow by its name, and the name has to be the same to the letter. Correct it, or write the flow.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect "greet" succeeds
             ^^^^^^^ unknown-flow`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect "Greet" succeeds`,
  },
  'unknown-scenario': {
    title: 'No such scenario',
    explanation:
      'Behind `when` stands the name of a scenario, which says what is different from the start, such as who is offline. Correct the ' +
      'name, or write the scenario.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect "Greet" fails when "Bob is away"
                                ^^^^^^^^^^^^^ unknown-scenario`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      scenario "Bob is away" {
        offline bob
      }
      expect "Greet" fails when "Bob is away"`,
  },
  'unknown-resource': {
    title: 'Nobody has this',
    explanation:
      'What somebody gets has to be somewhere first: a host `shares` it, or somebody has put it there. Either the name is misspelt, or ' +
      'nobody brings the thing into the file. Correct the name, or write `shares` behind the host that has it.',
    wrong: `
      host alice
      host bob shares "song.mp3"
      flow "Ask" {
        alice -> bob : get "song.mp4"
                           ^^^^^^^^^^ unknown-resource
      }`,
    right: `
      host alice
      host bob shares "song.mp3"
      flow "Ask" {
        alice -> bob : get "song.mp3"
      }`,
  },
  'bad-group': {
    title: 'Members that a group does not have',
    explanation:
      'With `host peer[10]` there are ten hosts, `peer[1]` to `peer[10]`: counting begins at 1. A number outside of that names nobody, ' +
      'and a host that is no group has no numbers at all. Name members that are there, or make the group larger.',
    wrong: `
      host peer[10], alice
      flow "Greet" {
        peer[11] -> alice : "hello"
        ^^^^^^^^ bad-group
      }`,
    right: `
      host peer[10], alice
      flow "Greet" {
        peer[10] -> alice : "hello"
      }`,
  },
};
