/** Rules of software: it decides what a host can do. */
import type { Rules } from './rule';

type Code = 'missing-client-software' | 'missing-server-software' | 'ambiguous-service' | 'peer-needs-both';

export const softwareRules: Rules<Code> = {
  'missing-client-software': {
    title: 'Cannot ask: no client software',
    explanation:
      'To use a service a host needs client software for it: a browser for web pages, a mail program for mail. A machine may run many ' +
      'clients, one for each service it uses. Add the software behind `runs`.',
    wrong: `
      host alice runs mail client
      host shop runs web server
      host post runs mail server
      flow "Buy" {
        alice -> shop : "GET /"
        ^^^^^^^^^^^^^^^^^^^^^^^ missing-client-software
      }`,
    right: `
      host alice runs mail client, web client
      host shop runs web server
      host post runs mail server
      flow "Buy" {
        alice -> shop : "GET /"
      }`,
  },
  'missing-server-software': {
    title: 'Cannot answer: no server software',
    explanation:
      'A machine becomes a server by software that waits for requests. Without it nobody answers, however strong the machine is. Add ' +
      'the server software behind `runs`, or ask a host that has it.',
    wrong: `
      host alice, bob runs web client
      flow "Ask" {
        alice -> bob : "GET /"
        ^^^^^^^^^^^^^^^^^^^^^^ missing-server-software
      }`,
    right: `
      host alice runs web client
      host bob runs web server
      flow "Ask" {
        alice -> bob : "GET /"
      }`,
  },
  'ambiguous-service': {
    title: 'Which service is meant?',
    explanation:
      'Two hosts can have several applications in common. Then a message could belong to any of them, and who is client and server of ' +
      'what would be a guess. Say which one with `over`.',
    wrong: `
      host alice, bob runs files peer, web peer shares "essay"
      flow "Ask" {
        alice -> bob : get "essay"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ ambiguous-service
      }`,
    right: `
      host alice, bob runs files peer, web peer shares "essay"
      flow "Ask" {
        alice -> bob : get "essay" over files
      }`,
  },
  'peer-needs-both': {
    title: 'Half a peer',
    explanation:
      'A peer-to-peer application has two halves on every device: a user interface that asks others, and a background service that ' +
      'answers them. A device with one half only takes, or only gives. Run it as a `peer`, which is both.',
    wrong: `
      service music uses index
      host alice runs music client
                      ^^^^^^^^^^^^ peer-needs-both`,
    right: `
      service music uses index
      host alice runs music peer`,
  },
};
