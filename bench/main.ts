/** Prints every figure as soon as it is known. */
import { cpus, loadavg } from 'node:os';
import { activationFigures } from './activation';
import { besideFigures } from './beside';
import { editorFigures } from './editor';
import { languageFigures } from './language';
import { panelFigures } from './panel';
import { print, printHead } from './report';
import { simulationFigures } from './simulation';
import { sizeFigures } from './sizes';
import { swarmFigures } from './swarm';

async function main(): Promise<void> {
  const processors = cpus();
  const [load = 0] = loadavg();
  console.log(`Medians, on Node ${process.version}, ${processors.length} × ${processors[0]?.model.trim()}`);
  if (load > processors.length / 2) {
    console.log(`The machine is busy (load ${load.toFixed(1)}): times are longer than they would be.`);
  }
  console.log();
  printHead();
  for (const figures of [
    languageFigures,
    editorFigures,
    besideFigures,
    simulationFigures,
    swarmFigures,
    panelFigures,
    activationFigures,
    sizeFigures,
  ]) {
    for await (const figure of figures()) print(figure);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message.slice(0, 2000) : error);
  process.exitCode = 1;
});
