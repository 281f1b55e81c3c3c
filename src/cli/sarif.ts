/**
 * Checked files as SARIF 2.1.0 (OASIS), which code scanning services and editors read. Of the rules those are told that
 * something is reported of, each with its explanation.
 */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rules } from '../language/rules';
import type { Diagnostic, DiagnosticCode, Fix, Severity, Span } from '../language/source';
import { severities } from '../language/source';
import type { CheckReport } from './check';
import { printJson, rangeOf } from './json';
import { programVersion } from './version';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note' };

export function checkedAsSarif({ files, unreadable }: CheckReport): Iterable<string> {
  const codes = [...new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)))].sort();
  const artifacts = [...files, ...unreadable].map(({ path }) => ({ location: { uri: uriOf(path) } }));
  const version = programVersion();
  return printJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'topo', version, semanticVersion: version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(({ path, message }, place) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: artifactOf(path, files.length + place) } }],
            })),
          },
        ],
        artifacts,
        results: files.flatMap(({ path, diagnostics }, place) =>
          diagnostics.map((diagnostic) => resultOf(diagnostic, artifactOf(path, place), codes)),
        ),
      },
    ],
  });
}

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function artifactOf(path: string, index: number): Artifact {
  return { uri: uriOf(path), index };
}

/** Relative where the path is, so that a service finds the file in its own copy. */
function uriOf(path: string): string {
  if (path === '-') return 'stdin';
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}

function resultOf(
  { code, severity, message, span, related, fixes }: Diagnostic,
  artifactLocation: Artifact,
  codes: readonly DiagnosticCode[],
) {
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(span)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        message: { text: other.message },
        ...locationOf(other.span),
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(fixOf) }),
  };

  function locationOf(place: Span) {
    return { physicalLocation: { artifactLocation, region: regionOf(place) } };
  }

  function fixOf({ title, edits }: Fix) {
    const replacements = edits.map((edit) => ({
      deletedRegion: regionOf(edit.span),
      insertedContent: { text: edit.text },
    }));
    return { description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] };
  }
}

function regionOf(span: Span) {
  const { start, end } = rangeOf(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Nothing but this file may be at hand where it is read, so there is no link to the rule's page. */
function ruleOf(code: DiagnosticCode) {
  const { title, explanation, right } = rules[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: explanation, markdown: `# ${title}\n\n${explanation}\n\n## Right\n\n\`\`\`topo\n${right}\n\`\`\`\n` },
    defaultConfiguration: { level: levels[severities[code]] },
  };
}
