import type { EvidenceNeed } from '../../binding/claim.js';
import type { EvidenceFile, EvidenceRules } from '../../evidence/evidence.js';
import { checked, type Memory } from '../../evidence/check.js';
import { typesOf } from '../../evidence/type.js';
import { evidenceWords } from '../../wording/evidence/index.js';
import type { Given } from '../claim/draft.js';
import { controlsOf } from './controls.js';

/** The files of a form, and what was found in them. */
export class Files {
  readonly #form: HTMLFormElement;
  readonly #found = new Map<string, Given>();
  readonly #reading = new Map<string, AbortController>();
  readonly #accepting = new Set<HTMLInputElement>();
  readonly #memory: Memory = new WeakMap<EvidenceFile, never>();

  constructor(form: HTMLFormElement) {
    this.#form = form;
  }

  get busy(): boolean { return this.#reading.size > 0; }
  get found(): ReadonlyMap<string, Given> { return this.#found; }

  /** Reads what was chosen anew; calls back when it is known. */
  read(needs: readonly EvidenceNeed[], chosen: { [need: string]: readonly File[] }, known: () => void): void {
    for (const need of needs) {
      const files = chosen[need.id] ?? [];
      const before = this.#found.get(need.id)?.files ?? [];
      if (files.length === before.length && files.every((file, index) => file === before[index])) continue;
      this.#reading.get(need.id)?.abort();
      const reading = new AbortController();
      this.#reading.set(need.id, reading);
      checked(files, rulesOf(need), { signal: reading.signal }, this.#memory).then((report) => {
        this.#found.set(need.id, { files, report });
      }, () => {}).finally(() => {
        if (this.#reading.get(need.id) !== reading) return;
        this.#reading.delete(need.id);
        known();
      });
    }
  }

  /** Lets the browser's own dialogue offer what is taken, unless the page says so itself. */
  accept(needs: readonly EvidenceNeed[]): void {
    for (const { id, kinds } of needs) {
      for (const control of controlsOf(this.#form, id)) {
        if (!(control instanceof HTMLInputElement) || control.accept !== '' || control.type !== 'file') continue;
        control.accept = typesOf(kinds).join(',');
        this.#accepting.add(control);
      }
    }
  }

  /** What is wrong with the files of a need, in sentences. */
  wrong(need: string, language: string): string[] {
    const found = this.#found.get(need);
    if (found === undefined) return [];
    const { files, problems } = evidenceWords(found.report, language);
    const errors = (all: typeof problems) => all.filter(({ severity }) => severity === 'error');
    return [
      ...files.flatMap(({ name, problems: own }) => errors(own).map(({ message, help }) => `${name}: ${message} ${help}`)),
      ...errors(problems).map(({ message, help }) => `${message} ${help}`),
    ];
  }

  clear(): void {
    for (const reading of this.#reading.values()) reading.abort();
    for (const control of this.#accepting) control.accept = '';
    this.#reading.clear();
    this.#found.clear();
  }
}

function rulesOf({ kinds, maxBytes, most }: EvidenceNeed): EvidenceRules {
  return { types: kinds, maxBytes, maxFiles: most };
}
