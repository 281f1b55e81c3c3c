/** What the picture says beside its steps, in German. */
import { formats } from '../formats';
import type { Words } from '../words';
import { formatDuration, listOf, quoted } from './terms';

const { count: formatCount, decimal } = formats.de;

const software = {
  ...{ client: 'Client', server: 'Server', peer: 'Peer', index: 'Index-Server', tracker: 'Tracker' },
  ...{ edge: 'Edge-Server', origin: 'Ursprungsserver' },
};

export const picture: Words['picture'] = {
  kinds: { host: 'Host', switch: 'Switch', router: 'Router', cloud: 'Cloud (ein Netz, von außen gesehen)' },
  roles: { client: 'Client', server: 'Server', both: 'Client und Server' },
  roleOf: (role, service) => `${role === 'client' ? 'Client' : 'Server'} bei ${service}`,
  software: (service, kind) => `${software[kind]} von ${service}`,
  hosts: (count, description) => `${formatCount(count)} Hosts: ${description}`,
  loss: (percent) => `${decimal(percent)} % Verlust`,
  noFlow: 'Noch wird nichts gesendet: Die Datei hat keinen Ablauf („flow“).',
  noSteps: (flow) => `${quoted(flow)} hat noch keine Schritte.`,
  beforeTheFirst: (flow, scenario) =>
    `Vor dem ersten Schritt von ${quoted(flow)}${scenario === undefined ? '' : ` im Szenario ${quoted(scenario)}`}: Noch ist nichts gesendet.`,
  underWay: (others) =>
    others === 1
      ? 'Zur selben Zeit ist eine andere Nachricht unterwegs.'
      : `Zur selben Zeit sind ${formatCount(others)} andere Nachrichten unterwegs.`,
  shown: (messages) => `Das Bild zeigt ${formatCount(messages)} davon.`,
  flowFails: (why) => `Der Ablauf scheitert hier${why === undefined ? '.' : `: ${why}`}`,
  time: (nowMs, endMs) => `${formatDuration(nowMs)} von ${formatDuration(endMs)}`,
  omitted: (nodes, groups, alike) =>
    `Die Datei hat ${formatCount(nodes)} Knoten. Damit das Bild lesbar bleibt, ${[
      ...(groups.length === 1 ? [`ist diese Gruppe als ein Knoten gezeichnet: ${groups[0]}`] : []),
      ...(groups.length > 1 ? [`sind diese Gruppen je als ein Knoten gezeichnet: ${listOf(groups, 7)}`] : []),
      ...(alike.length > 0
        ? [`sind gleichartige Hosts als ein Knoten gezeichnet, unter dem Namen des ersten: ${listOf(alike, 7)}`]
        : []),
    ].join('; ')}.`,
  deleted: (fileName) => `${fileName} wurde gelöscht. Das stand darin.`,
  broken: (line, message) => `Zeile ${line}: ${message} Bis dahin ist das hier das letzte vollständige Bild.`,
  tooLongToType: (flow, steps) =>
    `${quoted(flow)} braucht mehr als ${formatCount(steps)} Schritte: zu viele, um nach jedem Tastendruck zu laufen.`,
  tooLong: (flow, steps) => `${quoted(flow)} braucht mehr als ${formatCount(steps)} Schritte: zu viele für einen Lauf.`,
};
