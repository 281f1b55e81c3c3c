/** What is said in German where a wish to step leads nowhere. */
import { isolate } from '../../formats';
import type { Words } from '../words';
import { quoted } from './terms';

export const stepping: Words['stepping'] = {
  beforeTheFirst: (flow) => `Das ist vor dem ersten Schritt von ${quoted(flow)}.`,
  lastShown: 'Das war der letzte Schritt, den der Filter zeigt.',
  last: (flow) => `Das war der letzte Schritt von ${quoted(flow)}.`,
  noFailure: (isLater, isFiltered) => `${when(isLater)} scheitert nichts${among(isFiltered)}.`,
  chooseHost: 'Wähle zuerst einen Host, im Bild oder in der Liste der Knoten.',
  noEvent: (host, isLater, isFiltered) =>
    `${when(isLater)} gibt es keinen Schritt mit ${isolate(host)}${among(isFiltered)}.`,
  setBreakpoint: 'Setze zuerst einen Haltepunkt: Klicke in den Rand der Datei, links von einer Zeile des Ablaufs.',
  missesBreakpoints: (flow) => `${quoted(flow)} kommt zu keiner Zeile, die einen Haltepunkt hat.`,
  noBreakpoint: (isLater, isFiltered) => `${when(isLater)} gibt es keinen Haltepunkt${among(isFiltered)}.`,
  noCause: 'Kein anderer Schritt hat zu diesem geführt: Der Ablauf selbst sagt es so.',
  noConsequence: 'Aus diesem Schritt folgt nichts weiter.',
  noReturn: 'Es gibt keinen Sprung, von dem es zurückgehen könnte.',
  beforeAll: 'Geh zuerst einen Schritt vor: Noch ist nichts geschehen.',
};

function when(isLater: boolean): string {
  return isLater ? 'Danach' : 'Davor';
}

function among(isFiltered: boolean): string {
  return isFiltered ? ' unter den Schritten, die der Filter zeigt' : '';
}
