#!/usr/bin/env node
// Stands in for the `code` program where VS Code itself is not installed: takes the same arguments, runs the extension's
// tests in the embedded VS Code, prints what they print, and exits as they end. `runTests` of @vscode/test-electron
// starts it like any other VS Code.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openVscode } from './embedded-vscode.mjs';
import { exit, root, stopOnSignals } from './processes.mjs';
import { isTestOutput, testOutputPrefix } from './test-output.mjs';

const value = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const extension = resolve(value('extensionDevelopmentPath') ?? root);
const testsPath = value('extensionTestsPath');
const kind = value('extensionDevelopmentKind');
const folder = resolve(process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.');

if (!testsPath) {
  console.error('Usage: vscode-launcher.mjs --extensionTestsPath=FILE [--extensionDevelopmentPath=FOLDER] [FOLDER]');
  process.exit(2);
}

stopOnSignals('Closing VS Code.');
const noise = [];
try {
  await exit(await testsEnd());
} catch (error) {
  console.error([...noise.slice(-20), error.message].join('\n'));
  await exit(1);
}

function testsEnd() {
  return new Promise((ended, failed) => {
    const payload = (server) => [['extensionTestsPath', server.inExtension(resolve(testsPath))]];
    const settings = kind ? runAs(kind) : {};
    openVscode({ extension, developing: true, folder, payload, settings, onLog: show, onExit: ended }).then(
      (vscode) => vscode.ended.then(() => failed(new Error('VS Code closed before its tests ended.'))),
      failed,
    );
  });
}

// This VS Code ignores the development kind in its address; the setting that moves any extension works.
function runAs(extensionKind) {
  const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: [extensionKind] } };
}

// The console holds what the tests print, and much that VS Code says of itself: that is kept for the case of a failure.
function show(message) {
  if (isTestOutput(message)) console.log(message.slice(testOutputPrefix.length));
  else if (process.env.VERBOSE || message.includes('/dist/extension')) console.log(message);
  else noise.push(message.split('\n', 3).join('\n'));
}
