// The pages of docs/diagnostics, made of the table of rules: `npm run docs` writes them, a test compares them. What they
// show of a wrong example is what the checks say of it now.

import { check } from '../../src/analysis/check';
import { ruleGroups, rules } from '../../src/language/rules';
import { type DiagnosticCode, severities } from '../../src/language/source';
import { readAnnotated, withoutIndentation } from './check';

export const folder = 'docs/diagnostics';

/** Text by the name of the file. */
export function rulePages(): ReadonlyMap<string, string> {
  const codes = Object.keys(severities) as DiagnosticCode[];
  return new Map([['README.md', overview()], ...codes.map((code) => [`${code}.md`, page(code)] as const)]);
}

function page(code: DiagnosticCode): string {
  const { title, explanation, wrong, right } = rules[code];
  const { text } = readAnnotated(wrong);
  const message = check(text).diagnostics.find((found) => found.code === code)?.message ?? '';
  return `# ${title}

\`${code}\` · ${severities[code]}

${explanation}

## Wrong

\`\`\`topo
${withoutPieces(withoutIndentation(wrong))}
\`\`\`

> ${message}

## Right

\`\`\`topo
${withoutIndentation(right)}
\`\`\`

[All diagnostics](README.md) · [The language](../language.md)
`;
}

/** The place stays marked, without the code: the page is about nothing else. */
function withoutPieces(wrong: string): string {
  return wrong.replace(/^( *\^+) [a-z-]+.*$/gm, '$1');
}

function overview(): string {
  const groups = Object.entries(ruleGroups).map(([heading, group]) => {
    const rows = Object.entries(group).map(
      ([code, { title }]) => `| [\`${code}\`](${code}.md) | ${title} | ${severities[code as DiagnosticCode]} |`,
    );
    return `## ${heading}\n\n| code | says | severity |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Diagnostics

What is reported about a \`.topo\` file while you type, by \`topo check\` and in the playground. Each has a page with an example. An error is
something that cannot be or cannot work; a warning is most likely not meant; information is worth knowing, and may stay as it is.

${groups.join('\n')}
[The language](../language.md)
`;
}
