/** A topology file as text, or one line that says why it cannot be had. */
import { open } from 'node:fs/promises';
import { Mistake } from './command';

export interface SourceFile {
  /** As the user wrote it. */
  readonly path: string;
  readonly text: string;
  /** The byte order mark before the text, or nothing. */
  readonly mark: '' | '\ufeff';
}

/** A file that was asked for and cannot be had. `path` is as the user wrote it, `reason` reads on behind it. */
export class Unreadable extends Mistake {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${nameOf(path)} ${reason}`);
  }
}

/** Far above any topology, and far below what would fill the memory: `/dev/zero` never ends. */
const maximumBytes = 10_000_000;

/** `-` is the standard input. Throws `Unreadable`. */
export async function readSource(path: string): Promise<SourceFile> {
  const bytes = await bytesOf(path).catch((error) => {
    throw new Unreadable(path, whyUnreadable(error));
  });
  if (bytes.length > maximumBytes)
    throw new Unreadable(path, `is larger than ${maximumBytes / 1e6} MB, which is no topology`);
  const text = decode(path, bytes);
  return text.startsWith('\ufeff') ? { path, text: text.slice(1), mark: '\ufeff' } : { path, text, mark: '' };
}

/** Up to one more than are allowed, whatever a device or a growing file may have to say. */
async function bytesOf(path: string): Promise<Buffer> {
  if (path === '-') return collected(process.stdin);
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const most = Math.min(size, maximumBytes) + 1; // one more byte than there are is the end
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(most), 0, most);
    if (bytesRead < most && bytesRead === size) return buffer.subarray(0, bytesRead);
    return Buffer.concat([buffer.subarray(0, bytesRead), await collected(file.createReadStream({ autoClose: false }))]);
  } finally {
    await file.close();
  }
}

async function collected(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > maximumBytes) break;
  }
  return Buffer.concat(chunks);
}

/** How messages name a file. */
export function nameOf(path: string): string {
  return path === '-' ? 'the standard input' : path;
}

function decode(path: string, bytes: Buffer): string {
  if (bytes.includes(0)) throw new Unreadable(path, 'is not a text file in UTF-8: it holds zero bytes');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); // which keeps the mark
  } catch {
    throw new Unreadable(path, 'is not a text file in UTF-8; save it with that encoding');
  }
}

function whyUnreadable({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    ENOTDIR: 'does not exist',
    EISDIR: 'is a folder; name a file in it',
    EACCES: 'may not be read by you',
    EPERM: 'may not be read by you',
    ENAMETOOLONG: 'is a longer name than any file has',
  };
  return reasons[code ?? ''] ?? `cannot be read: ${message}`;
}

/** How many files are open at once. */
const readAhead = 32;

/** One after the other in their order, each with its text or why it cannot be had; the next ones are read meanwhile. */
export async function* readSources(paths: readonly string[]): AsyncGenerator<SourceFile | Unreadable> {
  const started: Promise<SourceFile | Unreadable>[] = [];
  for (let next = 0; next < paths.length || started.length > 0; ) {
    while (next < paths.length && started.length < readAhead) started.push(readOrNot(paths[next++] as string));
    yield (await started.shift()) as SourceFile | Unreadable;
  }
}

async function readOrNot(path: string): Promise<SourceFile | Unreadable> {
  return readSource(path).catch((error) => {
    if (error instanceof Unreadable) return error;
    throw error;
  });
}
