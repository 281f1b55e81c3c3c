/** Rules of an index, which says who has something, and of transfers, which go from peer to peer. */
import type { Rules } from './rule';

type Code =
  | 'not-an-index'
  | 'lookup-finds-nothing'
  | 'stale-entry'
  | 'not-held'
  | 'register-not-held'
  | 'transfer-without-lookup'
  | 'payload-through-index'
  | 'not-registered';

const hosts = `
      service music uses index
      host napster runs music index
      host alice runs music peer
      host bob runs music peer shares "song.mp3" 4MB`;

export const indexRules: Rules<Code> = {
  'not-an-index': {
    title: 'This host keeps no list',
    explanation:
      'Only an index (or a tracker) keeps a list of who has what, so only it can be asked with `lookup` and told with `register`. A ' +
      'peer knows what it has itself. Ask the host that runs the index.',
    wrong: `${hosts}
      flow "Search" {
        bob -> napster : register "song.mp3"
        alice -> bob : lookup "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-an-index
      }`,
    right: `${hosts}
      flow "Search" {
        bob -> napster : register "song.mp3"
        alice -> napster : lookup "song.mp3"
      }`,
  },
  'lookup-finds-nothing': {
    title: 'The index knows nobody',
    explanation:
      'An index knows what it has been told, nothing else: that somebody shares a song is not enough. Let the host that has it ' +
      '`register` it first. If the file is meant to show just that, write `expect lookup … finds nothing`.',
    wrong: `${hosts}
      flow "Search" {
        alice -> napster : lookup "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ lookup-finds-nothing
      }`,
    right: `${hosts}
      flow "Search" {
        bob -> napster : register "song.mp3"
        alice -> napster : lookup "song.mp3"
      }`,
  },
  'stale-entry': {
    title: 'The index lists somebody who is gone',
    explanation:
      'Who goes offline without a word stays on the list, because nobody tells the index. Whoever asks is sent to a host that does not ' +
      'answer. Let the host `unregister` (or leave) first. If the file is meant to show it, write `expect lookup … finds` that host.',
    wrong: `${hosts}
      flow "Search" {
        bob -> napster : register "song.mp3"
        offline bob
        alice -> napster : lookup "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stale-entry
      }`,
    right: `${hosts}
      flow "Search" {
        bob -> napster : register "song.mp3"
        offline bob
        alice -> napster : lookup "song.mp3"
      }
      expect lookup "song.mp3" finds bob`,
  },
  'not-held': {
    title: 'It does not have this',
    explanation:
      'A host can only give what it holds: what it shares from the start, what was put there, and what it has got since. Ask a host that ' +
      'has it, or let this one share it.',
    wrong: `
      host alice, bob
      host carol shares "song.mp3" 4MB
      flow "Fetch" {
        alice -> bob : get "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-held
      }`,
    right: `
      host alice, bob
      host carol shares "song.mp3" 4MB
      flow "Fetch" {
        alice -> carol : get "song.mp3"
      }`,
  },
  'register-not-held': {
    title: 'It announces what it does not have',
    explanation:
      'Who registers something promises to give it to whoever comes. A host that does not have it sends everybody on a vain journey. ' +
      'Register from the host that has it, or let this host share it.',
    wrong: `${hosts}
      flow "Announce" {
        alice -> napster : register "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ register-not-held
      }`,
    right: `${hosts}
      flow "Announce" {
        bob -> napster : register "song.mp3"
      }`,
  },
  'transfer-without-lookup': {
    title: 'How did it know whom to ask?',
    explanation:
      'With an index there are two steps: ask the index who has something, then get it from one of those hosts. Here the first step is ' +
      'missing, so nobody could have known where to go. Add the `lookup`.',
    wrong: `${hosts}
      flow "Fetch" {
        bob -> napster : register "song.mp3"
        alice -> bob : get "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ transfer-without-lookup
      }`,
    right: `${hosts}
      flow "Fetch" {
        bob -> napster : register "song.mp3"
        alice -> napster : lookup "song.mp3"
        alice -> bob : get "song.mp3"
      }`,
  },
  'payload-through-index': {
    title: 'The file goes through the index',
    explanation:
      'In a hybrid the index is central, but the files are not: they go directly from peer to peer. An index that carries the files ' +
      'itself is an ordinary server, with all the load of one. Let the file go from the host that has it to the one that wants it.',
    wrong: `
      service music uses index
      host napster runs music index, music peer
      host alice runs music peer
      host bob runs music peer shares "song.mp3" 4MB
      flow "Share" {
        bob -> napster : put "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ payload-through-index
      }`,
    right: `
      service music uses index
      host napster runs music index, music peer
      host alice runs music peer
      host bob runs music peer shares "song.mp3" 4MB
      flow "Share" {
        bob -> napster : register "song.mp3"
      }`,
  },
  'not-registered': {
    title: 'It got something from a host that is not listed',
    explanation:
      'The index sends people to the hosts on its list. A host that has not registered is not on it, so nobody could have learnt there ' +
      'that it has the file. Let it `register` first, or get the file from a host on the list.',
    wrong: `
      service music uses index
      host napster runs music index lists "song.mp3" at carol
      host alice runs music peer
      host bob, carol runs music peer shares "song.mp3" 4MB
      flow "Fetch" {
        alice -> napster : lookup "song.mp3"
        alice -> bob : get "song.mp3"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not-registered
      }`,
    right: `
      service music uses index
      host napster runs music index lists "song.mp3" at carol
      host alice runs music peer
      host bob, carol runs music peer shares "song.mp3" 4MB
      flow "Fetch" {
        alice -> napster : lookup "song.mp3"
        alice -> carol : get "song.mp3"
      }`,
  },
};
