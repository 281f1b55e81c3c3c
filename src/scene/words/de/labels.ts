/** What is written on a message and in its row, in German. */
import type { Words } from '../words';
import { formatDuration, listOf } from './terms';

export const labels: Words['labels'] = {
  wait: (durationMs) => `${formatDuration(durationMs)} warten`,
  ...{ note: 'Notiz', error: 'Fehler', answer: 'Antwort', data: 'Daten', message: 'Nachricht', stream: 'Stream' },
  piece: (number) => `Teil ${number}`,
  streamOf: (owner) => `Stream von ${owner}`,
  acknowledgements: {
    register: 'notiert',
    unregister: 'gestrichen',
    put: 'gespeichert',
    store: 'notiert',
    announce: 'notiert',
    login: 'willkommen',
    join: 'willkommen',
    leave: 'tschüss',
    handshake: 'Bitfeld',
    offer: 'weitergegeben',
    answer: 'weitergegeben',
  },
  events: {
    join: 'macht mit',
    leave: 'verlässt',
    offline: 'geht offline',
    online: 'ist wieder online',
    cut: 'Verbindung unterbrochen',
    restore: 'Verbindung wieder da',
  },
  eventOf: (event, service) => `${event}: ${service}`,
  nobodyElse: 'sonst niemand',
  ask: (hosts) => `frag ${listOf(hosts, 3)}`,
  nobodyKeeps: 'niemand bewahrt es auf',
  keptBy: (hosts) => `aufbewahrt: ${listOf(hosts, 3)}`,
  foundNobody: 'niemanden gefunden',
  found: (hosts) => `gefunden: ${listOf(hosts, 3)}`,
  nobodyHas: 'niemand hat es',
  have: (hosts) => `${listOf(hosts, 3)} ${hosts.length === 1 ? 'hat' : 'haben'} es`,
};
