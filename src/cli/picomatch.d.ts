/** What is used of picomatch, which brings no types of its own. */
declare module 'picomatch' {
  /** `base` is the folder in front of the first part that is a pattern, `glob` the rest. */
  interface Scanned {
    readonly base: string;
    readonly glob: string;
    readonly isGlob: boolean;
  }
  interface Picomatch {
    (pattern: string): (path: string) => boolean;
    scan(pattern: string): Scanned;
  }
  const picomatch: Picomatch;
  export default picomatch;
}
