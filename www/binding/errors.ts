import type { LoadCause, MakegoodLoadError as LoadErrorFace, MakegoodProblem as ProblemFace, Problem } from './makegood.js';

/** What a policy or a request got wrong; the message is the first error, `problems` has all of them. */
export class MakegoodProblem extends Error implements ProblemFace {
  override readonly name = 'MakegoodProblem';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(sentence(problems));
    this.problems = problems;
  }
}

function sentence(problems: readonly Problem[]): string {
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (first === undefined) return 'something is wrong with what was given';
  const place = first.pointer === '' ? '' : ` at ${first.pointer}`;
  const more = problems.length > 1 ? ` (${problems.length} problems in all, see .problems)` : '';
  return `${first.code}${place}: ${first.message}; ${first.help}${more}`;
}

/** What is thrown where a module of the package is missing. */
export function incomplete(file: string): (cause: unknown) => never {
  return (cause) => {
    throw new MakegoodLoadError('network', file, `${file} could not be loaded`, 'publish all files of one version together', cause);
  };
}

/** The engine or the policy could not be loaded. */
export class MakegoodLoadError extends Error implements LoadErrorFace {
  override readonly name = 'MakegoodLoadError';
  readonly reason: LoadCause;
  readonly url: string;
  readonly help: string;

  constructor(reason: LoadCause, url: string, message: string, help: string, cause?: unknown) {
    super(`${message}; ${help}`, cause === undefined ? undefined : { cause });
    this.reason = reason;
    this.url = url;
    this.help = help;
  }
}
