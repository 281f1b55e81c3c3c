/** Rules of what happens in a flow, and of what a file expects of its flows. */
import type { Rules } from './rule';

type Code =
  | 'host-offline'
  | 'no-neighbours'
  | 'ttl-exhausted'
  | 'request-failed'
  | 'empty-flow'
  | 'question-without-step'
  | 'too-large';

export const flowRules: Rules<Code> = {
  'host-offline': {
    title: 'Somebody is offline',
    explanation:
      'A host that is offline neither asks nor answers, so this step fails, and the flow with it. Bring the host back with `online` ' +
      'before, or say in an `otherwise` block what happens instead. If the file is meant to show the failure, write `expect … fails`.',
    wrong: `
      host alice, bob
      flow "Greet" {
        offline bob
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ host-offline
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        offline bob
        online bob
        alice -> bob : "hello"
      }`,
  },
  'no-neighbours': {
    title: 'Nobody to ask',
    explanation:
      'Where there is no central server, a host asks its neighbours in the application, and they ask theirs. A host without a neighbour ' +
      'speaks to nobody. Make it a neighbour of one that takes part: `link carol -- alice over files`.',
    wrong: `
      service files uses flooding
      host alice, carol runs files peer
      host bob runs files peer shares "song.mp3" 4MB
      link alice -- bob over files
      flow "Search" {
        carol searches "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ no-neighbours
      }`,
    right: `
      service files uses flooding
      host alice, carol runs files peer
      host bob runs files peer shares "song.mp3" 4MB
      link alice -- bob, carol over files
      flow "Search" {
        carol searches "song.mp3"
      }`,
  },
  'ttl-exhausted': {
    title: 'The query ends before it gets there',
    explanation:
      'A query that is passed on for ever would drown the network, so it carries a number, its time to live. Each host that passes it on ' +
      'takes one off, and at zero it ends. The nearest host that has what is wanted is further away than that. Allow more with `ttl`, or ' +
      'add a link between neighbours that shortens the way.',
    wrong: `
      service files uses flooding ttl 2
      host alice, bob, carol runs files peer
      host dora runs files peer shares "song.mp3" 4MB
      link alice, bob, carol, dora over files as line
      flow "Search" {
        alice searches "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ ttl-exhausted
      }`,
    right: `
      service files uses flooding ttl 3
      host alice, bob, carol runs files peer
      host dora runs files peer shares "song.mp3" 4MB
      link alice, bob, carol, dora over files as line
      flow "Search" {
        alice searches "song.mp3"
      }`,
  },
  'request-failed': {
    title: 'No answer',
    explanation:
      'Messages get lost on bad links, and some things cannot be done at all. A request that nobody answers is given up after 3 seconds, ' +
      'and ends its flow. Say in an `otherwise` block what happens then, or remove the cause that the message names.',
    wrong: `
      host alice, bob
      link alice -- bob loss 100%
      flow "Greet" {
        alice -> bob : "hello"
        ^^^^^^^^^^^^^^^^^^^^^^ request-failed
      }`,
    right: `
      host alice, bob
      link alice -- bob loss 100%
      flow "Greet" {
        alice -> bob : "hello" {
        } otherwise {
          note "Alice tries again tomorrow."
        }
      }`,
  },
  'empty-flow': {
    title: 'A flow without a step',
    explanation:
      'A flow says what happens, step by step. Without a step there is nothing to run and nothing to see. Write the first one.',
    wrong: `
      host alice, bob
      flow "Greet" {
           ^^^^^^^ empty-flow
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }`,
  },
  'question-without-step': {
    title: 'A question about nothing',
    explanation:
      'A question is asked before the step that it is about, so that the learner thinks first and then sees. Here no step follows it in ' +
      'its block, so it is never asked. Put it in front of the step, or remove it.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
        ask "Who is the server here?" server
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ question-without-step
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        ask "Who is the server here?" server
        alice -> bob : "hello"
      }`,
  },
  'too-large': {
    title: 'Too large to run while you type',
    explanation:
      'Flows run after every keystroke, so a run that takes too long is stopped, and what it would show is not known. Make its groups or ' +
      'its `repeat` smaller: what there is to learn shows with a few. Or run it on its own, with the command *Run Without Limit*.',
    wrong: `
      host alice, bob
      flow "Greet" {
           ^^^^^^^ too-large
        repeat 100000 {
          alice -> bob : "hello"
        }
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        repeat 10 {
          alice -> bob : "hello"
        }
      }`,
  },
};

export const checkRules: Rules<'expectation-failed' | 'empty-exercise'> = {
  'expectation-failed': {
    title: 'It turns out differently',
    explanation:
      'An `expect` line says what should be true, and the flows are run to see whether it is. Here it is not, and the message says what ' +
      'was found instead. Either the network does not do what you want, or you expected the wrong thing: both are worth knowing.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect alice is server
      ^^^^^^^^^^^^^^^^^^^^^^ expectation-failed`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      expect alice is client`,
  },
  'empty-exercise': {
    title: 'An exercise that checks nothing',
    explanation:
      'What an exercise expects tells the learner, and whoever gives points, whether it is done. Without an `expect` line nobody can see ' +
      'that, and there are no points to reach. Say in its block what holds once it is done.',
    wrong: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      exercise "Who asks?" {
               ^^^^^^^^^^^ empty-exercise
        task "Let alice greet bob."
      }`,
    right: `
      host alice, bob
      flow "Greet" {
        alice -> bob : "hello"
      }
      exercise "Who asks?" {
        task "Let alice greet bob."
        expect alice is client
      }`,
  },
};
