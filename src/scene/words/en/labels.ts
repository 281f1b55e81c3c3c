/** What is written on a message and in its row. Verbs of the file stay as they are written there: `lookup "song.mp3"`. */
import { formatDuration, listOf } from './terms';

export const labels = {
  wait: (durationMs: number) => `wait ${formatDuration(durationMs)}`,
  ...{ note: 'note', error: 'error', answer: 'answer', data: 'data', message: 'message', stream: 'stream' },
  /** Readers count from 1. */
  piece: (number: number) => `piece ${number}`,
  streamOf: (owner: string) => `stream of ${owner}`,
  /** What a server says that has done what it was asked for. */
  acknowledgements: {
    register: 'noted',
    unregister: 'struck out',
    put: 'stored',
    store: 'noted',
    announce: 'noted',
    login: 'welcome',
    join: 'welcome',
    leave: 'goodbye',
    handshake: 'bitfield',
    offer: 'passed on',
    answer: 'passed on',
  },
  events: {
    join: 'joins',
    leave: 'leaves',
    offline: 'goes offline',
    online: 'is back online',
    cut: 'link cut',
    restore: 'link mended',
  },
  eventOf: (event: string, service: string) => `${event} ${service}`,
  nobodyElse: 'nobody else',
  ask: (hosts: readonly string[]) => `ask ${listOf(hosts, 3)}`,
  nobodyKeeps: 'nobody keeps it',
  keptBy: (hosts: readonly string[]) => `kept by ${listOf(hosts, 3)}`,
  foundNobody: 'found nobody',
  found: (hosts: readonly string[]) => `found ${listOf(hosts, 3)}`,
  nobodyHas: 'nobody has it',
  have: (hosts: readonly string[]) => `${listOf(hosts, 3)} ${hosts.length === 1 ? 'has' : 'have'} it`,
};
