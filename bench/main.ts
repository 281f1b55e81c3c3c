/** Prints every figure as soon as it is known; of named parts only, if any are named. */
import { cpus, loadavg } from 'node:os';
import { activationFigures } from './activation';
import { besideFigures } from './beside';
import { checkFigures } from './check';
import { editorFigures } from './editor';
import { languageFigures } from './language';
import { mermaidFigures } from './mermaid';
import { openingFigures } from './opening';
import { panelFigures } from './panel';
import { type Figure, print, printHead } from './report';
import { simulationFigures } from './simulation';
import { sizeFigures } from './sizes';
import { swarmFigures } from './swarm';
import { webviewFigures } from './webview';

const parts: Readonly<Record<string, () => Iterable<Figure> | AsyncIterable<Figure>>> = {
  language: languageFigures,
  editor: editorFigures,
  check: checkFigures,
  beside: besideFigures,
  simulation: simulationFigures,
  swarm: swarmFigures,
  panel: panelFigures,
  webview: webviewFigures,
  opening: openingFigures,
  mermaid: mermaidFigures,
  activation: activationFigures,
  sizes: sizeFigures,
};
const wanted = process.argv.slice(2);

async function main(): Promise<void> {
  const processors = cpus();
  const [load = 0] = loadavg();
  console.log(`Medians, on Node ${process.version}, ${processors.length} × ${processors[0]?.model.trim()}`);
  if (load > processors.length / 2) {
    console.log(`The machine is busy (load ${load.toFixed(1)}): times are longer than they would be.`);
  }
  console.log();
  printHead();
  for (const [name, figures] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for await (const figure of figures()) print(figure);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message.slice(0, 2000) : error);
  process.exitCode = 1;
});
