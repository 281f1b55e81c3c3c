/** Rules of cables: who can reach whom. */
import type { Rules } from './rule';

type Code = 'no-path' | 'hosts-do-not-forward' | 'link-to-itself' | 'isolated-host';

export const networkRules: Rules<Code> = {
  'no-path': {
    title: 'No way from one to the other',
    explanation:
      'A message travels along links. As soon as a file has a link, hosts that no links connect cannot talk to each other. Link the two ' +
      'parts of the network. (A host that asks itself has no way to go either: name another host.)',
    wrong: `
      host alice, bob
      switch left, right
      link alice -- left
      link bob -- right
      flow "Greet" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ no-path
      }`,
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
  'hosts-do-not-forward': {
    title: 'Hosts do not pass on messages',
    explanation:
      'An ordinary computer sends and receives its own messages; it does not pass on those of others. That is what switches and routers ' +
      'are for, and why a third computer makes one necessary. Link all hosts to a switch.',
    wrong: `
      host alice, bob, carol
      link alice -- bob
      link bob -- carol
      flow "Greet" {
        alice -> carol : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^^^ hosts-do-not-forward
      }`,
    right: `
      host alice, bob, carol
      switch lan
      link alice, bob, carol -- lan
      flow "Greet" {
        alice -> carol : "hello"
      }`,
  },
  'link-to-itself': {
    title: 'A cable from a host to itself',
    explanation:
      'A link connects two machines. One that begins and ends at the same machine leads nowhere. Name the two ends.',
    wrong: `
      host alice, bob
      link alice -- alice
      ^^^^^^^^^^^^^^^^^^^ link-to-itself
      link alice -- bob`,
    right: `
      host alice, bob
      link alice -- bob`,
  },
  'isolated-host': {
    title: 'A host without a link',
    explanation:
      'In a file without any link everybody reaches everybody. As soon as there is one, a host without a link is cut off: it reaches ' +
      'nobody, and nobody reaches it. Link it, or remove it if it is not needed. A link `over` a service is no cable.',
    wrong: `
      host alice, bob, carol
                       ^^^^^ isolated-host
      link alice -- bob`,
    right: `
      host alice, bob, carol
      switch lan
      link alice, bob, carol -- lan`,
  },
};
