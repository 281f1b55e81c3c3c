/** Which version this is; put in when the program is built, so that it is a file that stands alone. */
declare const VERSION: string;

export function programVersion(): string {
  return VERSION;
}
