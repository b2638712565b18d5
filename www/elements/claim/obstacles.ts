import { say } from '../../wording/claim/index.js';
import type { MakegoodEvidence } from '../evidence-element.js';
import type { Told } from './filling.js';
import { itemPlace } from './items.js';
import { placeOf } from './telling.js';

/** What keeps the claim from being sent, and its place: a field, or the files of a need. */
export interface Obstacle { message: string; at: string }

/** The place of "I see it differently": no field has such a name. */
export const differently = '/ differently';

/** What keeps a claim from being sent, in the order of the form. */
export function obstaclesOf({ claim, words, unread }: Told, language: string, pile: (need: string) => MakegoodEvidence | null): Obstacle[] {
  const found = words.problems.filter(({ severity }) => severity === 'error')
    .map((problem): Obstacle => ({ message: problem.message, at: problem.code === 'claim.remedy-closed' ? differently : placeOf(problem) }));
  for (const at of unread) found.push({ message: say('send.number', language), at });
  for (const { id } of claim.evidence) {
    const its = pile(id);
    if (its?.state === 'checking') found.push({ message: say('send.files', language), at: `/${id}` });
    else if (its?.state === 'problem') found.push({ message: its.validationMessage, at: `/${id}` });
  }
  if (found.length > 0 || claim.complete) return found;
  return [{ message: words.next ?? say('send.incomplete', language), at: claim.next ?? claim.fields[0]?.id ?? '' }];
}

/** What the focus goes to at a place. */
export function controlAt(root: ParentNode, at: string, pile: (need: string) => MakegoodEvidence | null): HTMLElement | null {
  if (at === differently) return root.querySelector('#differently');
  if (at.startsWith('/') && at !== itemPlace) return pile(at.slice(1))?.shadowRoot?.querySelector<HTMLElement>('.add') ?? null;
  const place = root.querySelector(`[data-field="${CSS.escape(at)}"]`);
  return place?.querySelector<HTMLElement>('[type=radio]:checked') ?? place?.querySelector<HTMLElement>('input, select, textarea') ?? null;
}
