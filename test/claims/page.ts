// docs/claims.md, made of the map: `npm run docs` writes it, a test compares it. For teachers: a statement, an example to open,
// and what to look at in it.

import { choices } from './choices';
import { clientServer } from './client-server';
import { peerApplications } from './peer-applications';
import { peerNetworks } from './peer-networks';
import type { Chapter, Figure, Measured, Run, Shown, Statement } from './statement';

export const path = 'docs/claims.md';

export const chapters: readonly Chapter[] = [clientServer, peerNetworks, peerApplications, choices];

/** In the order of their numbers, which start at 1. */
export const statements: readonly Statement[] = chapters.flatMap((chapter) => chapter.statements);

export function page(): string {
  const parts = chapters.map(({ title, statements }) => `## ${title}\n\n${statements.map(section).join('\n')}`);
  return `# What the examples show

Each statement that introductions to the subject make, with an example to open, what to look at in it, and what holds the example to
it: a line that the editor checks with every keystroke, a change to make and what is reported then, or figures that the tests compare.
*Topology: New Topology from Example* opens a copy to play with.

${parts.join('\n')}
[The examples](../examples) · [The language](language.md)
`;
}

function section(statement: Statement): string {
  const number = statements.indexOf(statement) + 1;
  return `### ${number}. ${statement.text}\n\n${statement.shown.map(item).join('\n')}\n`;
}

function item(shown: Shown): string {
  const where = `[${shown.example}.topo](../examples/${shown.example}.topo)`;
  const flow = shown.flow ? `, *${shown.flow}*` : '';
  return `- ${where}${flow}: ${shown.look}\\\n  ${held(shown)}`;
}

function held(shown: Shown): string {
  if ('expect' in shown) return `\`expect ${shown.expect}\``;
  if ('change' in shown) {
    const to =
      shown.to === '' ? `Leave out \`${shown.change.trim()}\`` : `Write \`${shown.to}\` for \`${shown.change}\``;
    return `${to}: [\`${shown.reports}\`](diagnostics/${shown.reports}.md).`;
  }
  return `Measured: ${measured(shown)}`;
}

/** Such as: time of *Eight viewers* >= 1.9 × *One viewer* */
function measured({ figure, of, against, is: [comparison, value] }: Measured): string {
  const limit = value.toLocaleString('en-GB');
  return `${nameOf(figure)} ${named(of)} ${comparison} ${against ? `${limit} × ${named(against)}` : limit}`;
}

function nameOf(figure: Figure): string {
  if (typeof figure === 'string') return `${figure} of`;
  if ('timeFor' in figure) return `time that \`${figure.timeFor}\` takes in`;
  if ('sentBy' in figure) return `bytes that \`${figure.sentBy}\` sends in`;
  if ('streamsFrom' in figure) return `streams from \`${figure.streamsFrom}\` in`;
  return `streams to \`${figure.streamsTo}\` in`;
}

function named({ flow, members = {} }: Run): string {
  const sizes = Object.entries(members).map(([group, count]) => ` with \`${group}[${count}]\``);
  return `*${flow}*${sizes.join('')}`;
}
