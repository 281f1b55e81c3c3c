// What the cases of diagnostics are made of: a wrong text with its report under it, and a right twin without any.

import type { DiagnosticCode } from '../../../src/language/source';

export interface Case {
  readonly code: DiagnosticCode;
  /** Reads on behind "reports " and "accepts ". */
  readonly reports: string;
  readonly wrong: string;
  readonly accepts: string;
  readonly right: string;
}
