/**
 * Every rule that is checked, explained: the table of which docs/diagnostics is made. It says the same codes as
 * `severities`, in groups and in the order in which they are taught. Not for the extension: see rules/rule.ts.
 */
import { designRules } from './rules/design';
import { checkRules, flowRules } from './rules/flow';
import { indexRules } from './rules/index-server';
import { nameRules } from './rules/names';
import { networkRules } from './rules/network';
import { roleRules } from './rules/roles';
import type { Rule, Rules } from './rules/rule';
import { softwareRules } from './rules/software';
import { syntaxRules } from './rules/syntax';
import type { DiagnosticCode } from './source';

/** By the heading of the group. */
export const ruleGroups = {
  'How it is written': syntaxRules,
  Names: nameRules,
  'The network': networkRules,
  Software: softwareRules,
  Roles: roleRules,
  'Indexes and transfers': indexRules,
  'What happens in a flow': flowRules,
  'What the file expects': checkRules,
  Design: designRules,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/** A code that is missing here does not compile. */
export const rules: Rules<DiagnosticCode> = {
  ...syntaxRules,
  ...nameRules,
  ...networkRules,
  ...softwareRules,
  ...roleRules,
  ...indexRules,
  ...flowRules,
  ...checkRules,
  ...designRules,
};
