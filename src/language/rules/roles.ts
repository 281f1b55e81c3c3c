/** Rules of roles: what a host is declared as, against what it does. */
import type { Rules } from './rule';

type Code = 'role-mismatch' | 'role-not-exercised';

export const roleRules: Rules<Code> = {
  'role-mismatch': {
    title: 'It does what it is not declared for',
    explanation:
      'Who asks is a client, who answers is a server, and that is settled anew with each request. This host takes a role that its ' +
      'declaration does not name. Declare the role that it really has, often `both`, or change the step.',
    wrong: `
      host alice : client
      host web   : server
                   ^^^^^^ role-mismatch
      host db    : server
      flow "Open a page" {
        alice -> web : "GET /" {
          web -> db : "SELECT name FROM users"
        }
      }`,
    right: `
      host alice : client
      host web   : both
      host db    : server
      flow "Open a page" {
        alice -> web : "GET /" {
          web -> db : "SELECT name FROM users"
        }
      }`,
  },
  'role-not-exercised': {
    title: 'Declared as both, but only one',
    explanation:
      'A host is both if it asks in some requests and answers in others. This one does only one of the two in all flows of the file. ' +
      'Declare it as what it is, or write the flow in which it takes the other role.',
    wrong: `
      host alice : both
                   ^^^^ role-not-exercised
      host bob   : server
      flow "Ask" {
        alice -> bob : "hello"
      }`,
    right: `
      host alice : client
      host bob   : server
      flow "Ask" {
        alice -> bob : "hello"
      }`,
  },
};
