/** Where a command's words go: results to stdout, everything else to stderr. A reader who hangs up ends the program. */
import { rowsOf } from './rows';
import { plain, printable, type Style, styled } from './style';

export interface Output {
  /** Pieces of the result, in their order; together they end with a line feed. */
  print(pieces: Iterable<string>): void;
  /** One line on stderr, behind the program's name. */
  complain(message: string): void;
  /** Whole lines on stderr that accompany a result. */
  remark(text: string): void;
  /** How far something is that takes long: replaces what it said before. Only a terminal shows it; empty ends it. */
  progress(text: string): void;
  /** Removes from a terminal what was written since the last time, and nothing else. A file or a pipe keeps all of it. */
  takeBack(): void;
  /** How stdout takes emphasis. */
  readonly style: Style;
  /** How stderr takes it. */
  readonly remarkStyle: Style;
}

export function createOutput(env = process.env, stdout = process.stdout, stderr = process.stderr): Output {
  for (const stream of [stdout, stderr]) stream.on('error', endQuietly);
  let rows = 0;
  return {
    print(pieces) {
      for (const chunk of chunks(pieces)) write(stdout, chunk);
    },
    complain: (message) => write(stderr, `topo: ${printable(message.replace(/\s*\n\s*/g, ' '))}\n`),
    remark: (text) => write(stderr, text),
    takeBack() {
      const { isTTY, rows: all } = stdout;
      if (isTTY && rows > 0) stdout.write(`\r\u001b[${Math.min(rows, all - 1)}A\u001b[J`); // above is out of reach
      rows = 0;
    },
    progress: (text) => void (stderr.isTTY && stderr.write(`\r\x1b[K${text}`)),
    style: takesColour(stdout, env) ? styled : plain,
    remarkStyle: takesColour(stderr, env) ? styled : plain,
  };

  function write(stream: NodeJS.WriteStream, text: string): void {
    if (stream.isTTY) rows += rowsOf(text, stream.columns);
    stream.write(text);
  }
}

/** A terminal does, unless the user says otherwise: FORCE_COLOR (`0` forbids it), then NO_COLOR (https://no-color.org). */
export function takesColour(
  { isTTY = false }: { readonly isTTY?: boolean },
  { FORCE_COLOR: force, NO_COLOR: none, TERM: kind }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (force !== undefined) return force !== '0' && force !== 'false';
  return isTTY && !none && kind !== 'dumb';
}

const chunkLength = 65_536;

/** A write for each piece would cost more than making it. */
function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** `topo run … | head` has read all that it wanted (EPIPE). A full disk, on the other hand, is worth a word. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') {
    process.exitCode = 2;
    process.stderr.write(`topo: the output could not be written: ${error.message}\n`);
  }
  process.exit();
}
