/**
 * What the grammar lets stand in a place: the same words in messages ("Expected the name of a host") and in completion,
 * which asks the parser itself.
 */
import type { QuantityKind } from './quantities';

/** Places that hold a name or a text of the author's, as a message calls them. A `new` one is declared there. */
export const slots = {
  'new host': 'the name of a host',
  'new switch': 'the name of a switch',
  'new router': 'the name of a router',
  'new cloud': 'the name of a cloud',
  'new service': 'the name of the service',
  host: 'the name of a host',
  'host or nothing': 'the name of a host, or “nothing”',
  'host or any': 'the name of a host, or “any host”',
  node: 'the name of a host or switch',
  service: 'the name of a service',
  'host or service': 'the name of a host or service',
  title: 'the title',
  'new flow': 'the name of the flow',
  flow: 'the name of the flow',
  'new scenario': 'the name of the scenario',
  scenario: 'the name of the scenario',
  'new exercise': 'the name of the exercise',
  task: 'the task',
  hint: 'the hint',
  question: 'the question',
  advice: 'the advice',
  note: 'the note',
  shared: 'what it shares',
  listed: 'what it lists',
  uploaded: 'what is uploaded',
  resource: 'the name of the resource',
  message: 'what is said',
  reply: 'the reply',
  text: 'the text',
} as const;
export type Slot = keyof typeof slots;

export type Expected =
  | { readonly kind: 'word' | 'symbol'; readonly text: string }
  | { readonly kind: 'slot'; readonly slot: Slot }
  | { readonly kind: 'quantity'; readonly of: QuantityKind }
  | { readonly kind: 'number'; readonly what: string; readonly example: string };
