// `npm start`: installs what is missing, builds, and opens the playground on examples/, in the user's own VS Code if there
// is one, else in the embedded one. Ctrl+C stops everything.
//
//   npm start -- --embedded    the embedded VS Code even if `code` is on the PATH
//   npm start -- --no-open     prints the address only

import { join } from 'node:path';
import { ensurePackages, findOnPath } from './install.mjs';
import { exit, root, run, start, stopOnSignals, stopping } from './processes.mjs';

const examples = join(root, 'examples');
const firstExample = join(examples, 'hybrid-music.topo'); // the one that the README walks through

stopOnSignals('Stopping.');
try {
  await ensurePackages();
  console.log('Building …');
  const { code } = await run(process.execPath, ['esbuild.mjs']);
  if (code !== 0) throw new Error('The build failed.');
  if (process.argv.includes('--embedded') || !(await openInstalledVscode())) await serveEmbeddedVscode();
  await exit(0);
} catch (error) {
  console.error(error.message);
  await exit(1);
}

/** Whether the user's own VS Code has taken it. */
async function openInstalledVscode() {
  const program = findOnPath('code', 'codium');
  if (!program) return false;
  console.log('Opening examples/ in your VS Code …');
  const { code } = await run(program, [`--extensionDevelopmentPath=${root}`, examples, firstExample]);
  if (code !== 0) console.log('It did not start; taking the embedded one instead.');
  return code === 0;
}

async function serveEmbeddedVscode() {
  const { startServer } = await import('./embedded-vscode.mjs');
  const dataFolder = join(root, '.vscode-test/playground'); // keeps the user's settings and layout
  console.log('Starting the embedded VS Code …');
  const server = await startServer({ dataFolder, port: '8710-8799' });
  const payload = [['openFile', server.remote(firstExample)]];
  const address = server.address({ folder: examples, payload });
  console.log(
    `\nThe playground is at\n\n  ${address}\n\nPress the icon at the top right of the file to see its network. Ctrl+C stops.`,
  );
  if (!process.argv.includes('--no-open')) openInBrowser(address);
  await server.ended;
  if (!stopping) throw new Error('The embedded VS Code has ended by itself.');
}

function openInBrowser(address) {
  const { platform, env } = process;
  const hasScreen = platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY;
  const program = platform === 'darwin' ? 'open' : platform === 'win32' ? 'explorer.exe' : findOnPath('xdg-open');
  if (hasScreen && program) start(program, [address], { stdio: 'ignore' }).on('error', () => {}); // no browser: the address is enough
}
