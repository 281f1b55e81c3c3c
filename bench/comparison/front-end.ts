/** What is asked of each of the three front ends. How each is used is what its own documentation recommends for speed. */
import type { Outline } from './outline';

export interface FrontEnd {
  readonly name: string;
  /** Parses and links a text that was never seen, with everything that is wrong with it. */
  read(text: string): Promise<Outlined> | Outlined;
  /** A file in an editor, already read. */
  open(text: string): Promise<OpenFile> | OpenFile;
}

/** What was understood can be asked for, outside of what is measured. */
export interface Outlined {
  outline(): Outline;
}

export interface Position {
  /** From 0. */
  readonly line: number;
  readonly character: number;
}

export interface OpenFile extends Outlined {
  /** The text after a keystroke, brought to the same state as after `read`. */
  edit(text: string): Promise<void> | void;
  /** How many proposals there are; `undefined` where the front end has no such service. */
  readonly complete?: (position: Position) => Promise<number> | number;
  /** The text of the hover, empty if there is none. */
  readonly hover?: (position: Position) => Promise<string> | string;
}
