/** Grades in words: the instructor's table, and what each student gets to read. */
import type { CheckGrade, Feedback, GradeOutcome } from '../analysis/grade';
import { feedbackOf } from '../analysis/grading';
import { counted } from '../language/wording';
import { type GradedSubmission, type GradeReport, hasAllPoints, type Mistake } from './graded';
import { printable, type Style } from './style';
import { table } from './table';

export function* gradesAsText({ submissions }: GradeReport, style: Style): Generator<string> {
  const rows = submissions.map(({ path, points, of, note }) => [
    printable(path),
    String(points),
    of === undefined ? '?' : String(of),
    printable(note ?? ''),
  ]);
  const [head = '', ...lines] = table([['submission', 'points', 'of', ''], ...rows], { rightAligned: [1, 2] });
  yield `${style.faint(head)}\n`;
  for (const [place, line] of lines.entries()) {
    const submission = submissions[place];
    yield `${submission && hasAllPoints(submission) ? line : style.bySeverity.error(line)}\n`;
  }
  yield `\n${summaryOf(submissions)}\n`;
}

/** `20 submissions: 6 have all points, 11 do not, 1 was cut off, 2 could not be read.` */
function summaryOf(submissions: readonly GradedSubmission[]): string {
  const count = (is: (submission: GradedSubmission) => boolean) => submissions.filter(is).length;
  const all = count(hasAllPoints);
  const cutOff = count(({ outcome }) => outcome === 'cut off');
  const unreadable = count(({ outcome }) => outcome === 'unreadable');
  const rest = submissions.length - all - cutOff - unreadable;
  const parts = [
    `${all} with all points`,
    ...(rest > 0 ? [`${rest} without`] : []),
    ...(cutOff > 0 ? [`${cutOff} cut off`] : []),
    ...(unreadable > 0 ? [`${unreadable} not readable`] : []),
  ];
  return `${counted(submissions.length, 'submission')}: ${parts.join(', ')}.`;
}

/** What a student reads: of hidden checks no more than `feedbackOf` gives. */
export function feedbackAsText({ path, outcome, note, points, of, exercises, mistakes }: GradedSubmission): string {
  if (outcome !== 'graded') return `${printable(path)} could not be graded: it ${printable(note ?? '')}.\n`;
  const feedback = feedbackOf({ exercises, points, of: of ?? 0 });
  const parts = feedback.exercises.map(({ name = 'Expectations', points, of, checks }) =>
    [headed(name, points, of), ...checks.flatMap(checkLines)].join('\n'),
  );
  const sections = [...mistakesPart(mistakes), ...parts, ...hiddenPart(feedback)].map((part) => `\n${part}\n`);
  const remark = note === undefined ? '' : `It ${printable(note)}.\n`;
  return `${headed(path, points, feedback.of)}\n${remark}${sections.join('')}`;
}

/** What has a mistake is not checked, so it comes first. More than a few follow from one another. */
function mistakesPart(mistakes: readonly Mistake[] = []): readonly string[] {
  if (mistakes.length === 0) return [];
  const lines = mistakes.slice(0, 10).map(({ line, message }) => `  line ${line}: ${printable(message)}`);
  const more = mistakes.length > 10 ? [`  and ${mistakes.length - 10} more`] : [];
  return [['Mistakes in the file', ...lines, ...more].join('\n')];
}

function hiddenPart({ hidden }: Feedback): readonly string[] {
  if (hidden.length === 0) return [];
  const sum = (of: 'points' | 'of') => hidden.reduce((total, check) => total + check[of], 0);
  const lines = hidden.flatMap(({ number, points, of, outcome, otherwise }) => [
    line(outcome, points, of, `hidden check ${number}`),
    ...advice(otherwise),
  ]);
  return [[headed('Hidden checks', sum('points'), sum('of')), ...lines].join('\n')];
}

function checkLines({ text, points, of, outcome, actual, because, otherwise }: CheckGrade): readonly string[] {
  const first = line(outcome, points, of, printable(text));
  if (outcome === 'pass') return [first];
  const found = outcome === 'fail' ? `Found instead: ${actual}.` : 'Not checked.';
  return [first, ...advice(otherwise), `      ${printable(`${found} ${because}`.trim())}`];
}

function advice(otherwise: string | undefined): readonly string[] {
  return otherwise === undefined ? [] : [`      ${printable(otherwise)}`];
}

const marks: Readonly<Record<GradeOutcome, string>> = { pass: '✓', fail: '✗', 'not checked': '?' };

function line(outcome: GradeOutcome, points: number, of: number, what: string): string {
  return `  ${marks[outcome]} ${points} of ${of}  ${what}`;
}

function headed(what: string, points: number, of: number): string {
  return `${printable(what)} – ${points} of ${counted(of, 'point')}`;
}
