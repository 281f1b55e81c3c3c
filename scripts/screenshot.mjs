// Photographs this extension in the embedded VS Code: opens a folder and a file, does what it is told, writes a picture.
// For developers; `npm run build` first.
//
//   node scripts/screenshot.mjs --folder examples --file hybrid-music.topo --theme light --size 1400x900 --out panel.png \
//     --do "command:Topology: Open Playground" --do "wait:canvas" --do "click:#next" --do "press:Control+End" --do "type:text"
//
// Actions, in their order:
//   command:TITLE      a command from the palette       wait:SELECTOR      until a webview shows it
//   open:FILE          another file of the folder       click:SELECTOR     in the webview that shows it
//   type:TEXT          into what has the focus          find:SELECTOR      until VS Code itself shows it
//   press:KEY          such as Control+End              hit:SELECTOR       clicks in VS Code itself
//   pause:MS           for an animation                 shot:FILE          a picture in between
//   hover:LINE:COLUMN  shows what is said there, counted from 1
//   record:MS          as part of a film: with --film panel.gif, all that is recorded becomes an animated GIF
// Themes: light, dark, hc, hc-light, or the name of any other.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openVscode } from './embedded-vscode.mjs';
import { filmOf, record } from './film.mjs';
import { exit, stopOnSignals } from './processes.mjs';

const { values } = parseArgs({
  options: {
    folder: { type: 'string', default: 'examples' },
    file: { type: 'string' },
    theme: { type: 'string', default: 'dark' },
    size: { type: 'string', default: '1400x900' },
    scale: { type: 'string', default: '1' },
    do: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: 'screenshot.png' },
    film: { type: 'string' },
  },
});

const pictures = [];

stopOnSignals();
try {
  const [width, height] = values.size.split('x').map(Number);
  const { folder, theme, scale } = values;
  const vscode = await openVscode({ folder: resolve(folder), theme, width, height, scale: Number(scale) });
  await vscode.ready();
  if (values.file) await vscode.openFile(values.file);
  for (const action of values.do) await perform(vscode, action);
  await vscode.page.waitForTimeout(500); // squiggles and hints arrive a moment after the text
  await vscode.screenshot(values.out);
  if (values.film) writeFileSync(values.film, filmOf(pictures));
  console.log(values.film ?? values.out);
  await exit(0);
} catch (error) {
  console.error(error.message);
  await exit(1);
}

async function perform(vscode, action) {
  const { page } = vscode;
  const [, verb, what] = /^([a-z]+):(.*)$/s.exec(action) ?? [];
  const actions = {
    command: () => vscode.runCommand(what),
    open: () => vscode.openFile(what),
    type: () => page.keyboard.type(what),
    press: () => page.keyboard.press(what),
    pause: () => page.waitForTimeout(Number(what)),
    wait: () => vscode.webviewFrame(what),
    click: async () => (await vscode.webviewFrame(what)).locator(what).first().click(),
    find: () => page.locator(what).first().waitFor(),
    hit: () => page.locator(what).first().click(),
    shot: () => vscode.screenshot(what),
    record: () => record(page, pictures, Number(what)),
    hover: async () => {
      await page.keyboard.press('Control+g');
      await page.locator('.quick-input-widget input[type="text"]:visible').fill(`:${what}`);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      await page.locator('.monaco-hover:visible').first().waitFor();
    },
  };
  if (!Object.hasOwn(actions, verb ?? '')) throw new Error(`Unknown action “${action}”.`);
  await actions[verb]();
}
