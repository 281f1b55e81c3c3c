import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import fc from 'fast-check';
import { hostileFile } from '../pipeline/hostile-files';
import { mistaken, sharing, warned } from './sample';
import { type Folder, folderWith } from './topo';

/** As OASIS publishes it; taken from the npm package @microsoft/jest-sarif (MIT). */
const schema = JSON.parse(readFileSync('test/cli/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
    readonly columnKind: string;
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: unknown;
    }[];
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly level: string }[];
  }[];
}

interface Rule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: string };
}

describe('topo check --format sarif', () => {
  const validate = validator();
  let folder: Folder;
  before(() => {
    folder = folderWith({
      'sharing.topo': sharing,
      'weeks/1 & 2/mistaken.topo': mistaken,
      'warned.topo': warned,
      'binary.topo': Buffer.from([0]),
    });
  });
  after(() => folder.remove());

  function sarif(args: readonly string[], code: number) {
    const answer = folder.topo(['check', ...args, '--format', 'sarif']);
    assert.equal(answer.code, code, answer.err);
    return runOf(answer.out);
  }

  function runOf(text: string) {
    const value: Sarif = JSON.parse(text);
    assert.ok(validate(value), JSON.stringify(validate.errors?.slice(0, 5), undefined, 2));
    const [run] = value.runs;
    return run ?? assert.fail();
  }

  it('gives each finding its place in UTF-16 columns, its level, and what would mend it', () => {
    const { results, columnKind } = sarif(['weeks'], 1);
    assert.equal(columnKind, 'utf16CodeUnits');
    const artifactLocation = { uri: 'weeks/1%20%26%202/mistaken.topo', index: 0 };
    const region = { startLine: 4, startColumn: 11, endLine: 4, endColumn: 14 };
    const behind = { startLine: 2, startColumn: 16, endLine: 2, endColumn: 16 };
    const change = (deletedRegion: object, text: string) => [
      { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text } }] },
    ];
    assert.deepEqual(results[0], {
      ruleId: 'unknown-host',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'There is no host “bbo”. Did you mean “bob”?' },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      fixes: [
        { description: { text: 'Change to “bob”' }, artifactChanges: change(region, 'bob') },
        { description: { text: 'Declare host bbo' }, artifactChanges: change(behind, '\nhost bbo : server') },
      ],
    });
  });

  it('names the other places that help', () => {
    const { results } = sarif(['warned.topo'], 0);
    const artifactLocation = { uri: 'warned.topo', index: 0 };
    assert.deepEqual((results[0] as unknown as { relatedLocations: unknown }).relatedLocations, [
      {
        id: 0,
        message: { text: 'bob answers alice in “Hello”' },
        physicalLocation: {
          artifactLocation,
          region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 22 },
        },
      },
    ]);
  });

  it('explains the rules that are broken, each with its explanation', () => {
    const { tool, results } = sarif(['warned.topo', 'weeks'], 1);
    const { rules } = tool.driver;
    assert.deepEqual(
      rules.map(({ id }) => id),
      [...new Set(results.map(({ ruleId }) => ruleId))].sort(),
    );
    for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex]?.id, ruleId);
    const unknown = rules.find(({ id }) => id === 'unknown-host') ?? assert.fail();
    assert.equal(unknown.defaultConfiguration.level, 'error');
    assert.ok(unknown.shortDescription.text.length > 0 && !unknown.shortDescription.text.startsWith('#'));
    assert.match(unknown.help.markdown, /^# .+\n\n[\s\S]+## Right\n\n```topo\n/);
    assert.ok(unknown.help.markdown.includes(unknown.fullDescription.text));
  });

  it('tells of files that cannot be read, and goes on', () => {
    const { invocations, artifacts, results } = sarif(['sharing.topo', 'binary.topo', 'warned.topo'], 2);
    assert.deepEqual(
      artifacts.map(({ location }) => location.uri),
      ['sharing.topo', 'warned.topo', 'binary.topo'],
    );
    assert.deepEqual(invocations, [
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text: 'binary.topo is not a text file in UTF-8: it holds zero bytes' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'binary.topo', index: 2 } } }],
          },
        ],
      },
    ]);
    assert.ok(results.length > 0);
  });

  it('is valid without any finding, and from the standard input', () => {
    assert.deepEqual(sarif(['sharing.topo'], 0).results, []);
    const [artifact] = runOf(folder.topo(['check', '-', '--format', 'sarif'], sharing).out).artifacts;
    assert.equal(artifact?.location.uri, 'stdin');
  });

  it('is valid whatever a file holds', () => {
    const texts = fc.sample(hostileFile, { numRuns: 6, seed: 1 });
    const hostile = folderWith(Object.fromEntries(texts.map((text, place) => [`\ud83e\udd8a ${place}#%.topo`, text])));
    try {
      const { artifacts } = runOf(hostile.topo(['check', hostile.path, '--format', 'sarif']).out);
      assert.ok(artifacts.length === 6 && artifacts.every(({ location: { uri } }) => uri.startsWith('file:///')));
    } finally {
      hostile.remove();
    }
  });

  it('has a page for each rule in the form that is read', () => {
    for (const page of ['unknown-host', 'too-large', 'single-point-of-failure'])
      assert.match(readFileSync(`docs/diagnostics/${page}.md`, 'utf8'), /^# .+\n\n`.+` · \w+\n\n\S/);
  });
});

/** The schema is written in draft 4 of JSON Schema, but uses nothing that has changed since except the names of the two. */
function validator() {
  const { $schema, id, ...rest } = schema;
  const formats = {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://base.example/') && !/[\s\\"<>]/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  };
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(rest);
}
