/** Where a command's words go: results to stdout, everything else to stderr. A reader who hangs up ends the program. */
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
  /** How stdout takes emphasis. */
  readonly style: Style;
  /** How stderr takes it. */
  readonly remarkStyle: Style;
}

export function createOutput(): Output {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endQuietly);
  return {
    print(pieces) {
      for (const chunk of chunks(pieces)) process.stdout.write(chunk);
    },
    complain: (message) => void process.stderr.write(`topo: ${printable(message.replace(/\s*\n\s*/g, ' '))}\n`),
    remark: (text) => void process.stderr.write(text),
    progress: (text) => void (process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`)),
    style: process.stdout.isTTY && !process.env.NO_COLOR ? styled : plain,
    remarkStyle: process.stderr.isTTY && !process.env.NO_COLOR ? styled : plain,
  };
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
