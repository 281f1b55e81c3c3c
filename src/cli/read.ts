/** A topology file as text, or one line that says why it cannot be had. */
import { createReadStream } from 'node:fs';
import { Mistake } from './command';

export interface SourceFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly text: string;
  /** The byte order mark before the text, or nothing. */
  readonly mark: '' | '\ufeff';
}

/** Far above any topology, and far below what would fill the memory: `/dev/zero` never ends. */
const maximumBytes = 50_000_000;

/** `-` is the standard input. Throws a `Mistake`. */
export async function readSource(path: string): Promise<SourceFile> {
  const stream: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumBytes) break;
    }
  } catch (error) {
    throw new Mistake(`${nameOf(path)} ${whyUnreadable(error as NodeJS.ErrnoException)}`);
  }
  if (size > maximumBytes)
    throw new Mistake(`${nameOf(path)} is larger than ${maximumBytes / 1e6} MB, which is no topology`);
  const text = decode(path, Buffer.concat(chunks));
  return text.startsWith('\ufeff') ? { path, text: text.slice(1), mark: '\ufeff' } : { path, text, mark: '' };
}

/** How messages name a file. */
export function nameOf(path: string): string {
  return path === '-' ? 'the standard input' : path;
}

function decode(path: string, bytes: Buffer): string {
  if (bytes.includes(0)) throw new Mistake(`${nameOf(path)} is not a text file in UTF-8: it holds zero bytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); // which keeps the mark
  } catch {
    throw new Mistake(`${nameOf(path)} is not a text file in UTF-8; save it with that encoding`);
  }
}

function whyUnreadable({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    ENOTDIR: 'does not exist',
    EISDIR: 'is a folder; name the files in it',
    EACCES: 'may not be read by you',
    EPERM: 'may not be read by you',
    ENAMETOOLONG: 'is a longer name than any file has',
  };
  return reasons[code ?? ''] ?? `cannot be read: ${message}`;
}
