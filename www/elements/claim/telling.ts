import type { ClaimProblemWords } from '../../wording/claim.js';

/** The name of the place of a problem: a field, or the files of a need. */
export const placeOf = ({ field, need }: Pick<ClaimProblemWords, 'field' | 'need'>): string => field ?? `/${need}`;

/** What is told of what is wrong, and when: nothing of a field before it was left, and what is missing only once the claim was to be sent. */
export class Telling {
  /** Whether the claim was to be sent, and could not. */
  attempted = false;
  readonly #left = new Set<string>();
  /** The field that is being typed into, with the codes that stood at it before. */
  #typing: { field: string; codes: readonly string[] } | null = null;

  /** Whether a field is being typed into. */
  typing(field: string): boolean { return this.#typing?.field === field; }

  type(field: string, problems: readonly ClaimProblemWords[]): void {
    if (!this.typing(field)) this.#typing = { field, codes: this.of(field, problems).map(({ code }) => code) };
  }

  leave(field: string): void {
    if (this.typing(field)) this.#typing = null;
    this.#left.add(field);
  }

  /** What is told of a field, or of the files of a need. */
  of(place: string, problems: readonly ClaimProblemWords[]): ClaimProblemWords[] {
    const all = problems.filter((problem) => placeOf(problem) === place);
    if (this.#typing?.field === place) {
      const { codes } = this.#typing;
      return all.filter(({ code }) => codes.includes(code));
    }
    if (this.attempted) return all;
    return this.#left.has(place) ? all.filter(({ code }) => code !== 'claim.missing' && code !== 'claim.too-few-files') : [];
  }

  clear(): void {
    this.attempted = false;
    this.#left.clear();
    this.#typing = null;
  }
}
