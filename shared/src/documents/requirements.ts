import { Problem } from '../kernel/index.js';
import { documentsProblems } from './documents.problems.js';

/** Something a paper cannot be written without: its Vietnamese name, and whether the input holds it. */
export type Requirement<Input> = readonly [name: string, isGiven: (input: Input) => boolean];

/** Names of everything that the input lacks, in the order of the requirements. */
export function missingOf<Input>(requirements: readonly Requirement<Input>[], input: Input): string[] {
  return requirements.filter(([, isGiven]) => !isGiven(input)).map(([name]) => name);
}

/** Throws `documents.incomplete` naming all that is missing. */
export function refuseIncomplete(missing: readonly string[]): void {
  if (missing.length > 0) throw new Problem(documentsProblems.incomplete, { missing });
}

export function isFilled(text: string): boolean {
  return text.trim() !== '';
}
