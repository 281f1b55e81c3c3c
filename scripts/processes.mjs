// Child processes for the scripts: run one to its end with visible progress, start one that can be stopped with all
// its descendants, and clean up exactly once however the script ends. Built-in modules only.

import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const isWindows = process.platform === 'win32';
const running = new Set();
const cleanups = new Set();

/** Whether this script is on its way out, so that what ends now ends as it should. */
export let stopping = false;

/** How long something took, for people: `0.4 s`, `2 min 5 s`. */
export function formatDuration(durationMs) {
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** Runs a command to its end. Returns `{ code, output }`; the output is shown as it comes unless `quiet`. */
export async function run(command, args, { cwd = root, env = {}, quiet = false, timeoutMs, onLine } = {}) {
  const child = start(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  const keep = (line) => {
    if (onLine?.(line) === 'hide') return;
    lines.push(line);
    if (!quiet) console.log(line);
  };
  const timer = timeoutMs && setTimeout(() => stop(child).then(() => keep('Stopped: it took too long.')), timeoutMs);
  const code = await new Promise((resolve) => {
    eachLine(child.stdout, keep);
    eachLine(child.stderr, keep);
    child.on('error', (error) => {
      keep(`${command}: ${error.message}`);
      resolve(127);
    });
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  clearTimeout(timer);
  return { code, output: lines.join('\n') };
}

/** Runs a command of an installation step: says what it does, that it is still at it, and how long it took. */
export async function runStep(label, command, args, options = {}) {
  const startMs = Date.now();
  console.log(`${label} …`);
  const reminder = setInterval(() => console.log(`  still at it (${formatDuration(Date.now() - startMs)})`), 10_000);
  const { code, output } = await run(command, args, { quiet: true, ...options });
  clearInterval(reminder);
  if (code !== 0) throw new Error(`${label} failed (${command} ${args.join(' ')}, exit ${code}).\n${output}`);
  console.log(`  done in ${formatDuration(Date.now() - startMs)}`);
}

/** npm with these arguments, as a command and its arguments; without a shell where the running npm is known. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args];
}

/** Starts a command in a process group of its own, so that `stop` reaches its descendants too. */
export function start(command, args, options = {}) {
  if (stopping) throw new Error('Stopped.');
  const env = { ...process.env, ...options.env };
  const needsShell = isWindows && !/\.exe$/i.test(command);
  const child = spawn(command, args, { cwd: root, ...options, env, detached: !isWindows, shell: needsShell });
  running.add(child);
  child.on('close', () => running.delete(child));
  child.on('error', () => running.delete(child));
  return child;
}

/** Ends a started process and its descendants: asks them, waits until they have cleaned up, insists after five seconds. */
export async function stop(child) {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.on('close', resolve));
  signalGroup(child, 'SIGTERM');
  for (const endMs = Date.now() + 5000; Date.now() < endMs && signalGroup(child, 0); ) await delay(50);
  signalGroup(child, 'SIGKILL');
  await ended;
}

/** Registers what must happen before the script ends, however it ends. Returns a function that does it now, once. */
export function beforeExit(cleanup) {
  const now = async () => {
    if (cleanups.delete(now)) await cleanup();
  };
  cleanups.add(now);
  return now;
}

/** Cleans up, latest first, and ends this script. */
export async function exit(code) {
  if (stopping) return;
  stopping = true;
  for (const cleanup of [...cleanups].reverse()) await cleanup().catch((error) => console.error(error.message));
  await Promise.all([...running].map(stop));
  process.exit(code);
}

/** Makes Ctrl+C, a closed terminal and `kill` end the script cleanly, with the exit code shells expect. */
export function stopOnSignals(message) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (message && !stopping) console.log(`\n${message}`);
      exit(128 + constants.signals[signal]);
    });
  }
}

/** Returns whether there was anyone to signal; the signal 0 only asks. */
function signalGroup(child, signal) {
  if (isWindows) {
    if (signal !== 0) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return false;
  }
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false; // the group has ended
  }
}

function eachLine(stream, use) {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text) => {
    const lines = (rest + text).split(/\r?\n/);
    rest = lines.pop() ?? '';
    lines.forEach(use);
  });
  stream.on('end', () => rest && use(rest));
}
