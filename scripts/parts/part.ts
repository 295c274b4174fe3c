/** Tells the person what takes time. */
export type Say = (line: string) => void;

/**
 * A real program that the demo and the tests run. It is found on this machine or, where that is
 * possible, brought to it; when neither works, `bring` throws a UserError that says how to get it.
 */
export interface Part<Program extends string> {
  readonly name: string;
  /** Where each program lies, or undefined when one is missing or too old. */
  find(): Promise<Record<Program, string> | undefined>;
  bring(say: Say): Promise<Record<Program, string>>;
}

/** The part's programs, ready to run. */
export async function provide<Program extends string>(
  part: Part<Program>,
  say: Say,
): Promise<Record<Program, string>> {
  return (await part.find()) ?? (await part.bring(say));
}
