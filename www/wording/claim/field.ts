import type { ClaimField, EvidenceNeed, Tidied } from '../../binding/claim.js';
import type { ClaimFieldWords, ClaimNeedWords } from '../claim.js';
import { isolated, short, type ClaimVoice } from './voice.js';

export function fieldWords(voice: ClaimVoice, field: ClaimField): ClaimFieldWords {
  const { id, type, required, value } = field;
  const example = field.example === null ? null : voice.tell('part.example', { example: field.example });
  const means = field.means === null ? null : voice.tell('part.means', { means: voice.text(field.means) });
  return {
    id,
    type,
    label: voice.label(field),
    help: [voice.help(field), means].filter((sentence) => sentence !== null).join(voice.say('text.between')) || null,
    example,
    optional: required ? null : voice.tell('part.optional'),
    values: values(voice, field),
    value: value === null || value === '' ? null : voice.value(field, value),
  };
}

function values(voice: ClaimVoice, field: ClaimField): ClaimFieldWords['values'] {
  if (field.type === 'bool') {
    return [true, false].map((value) => ({ value, label: voice.value(field, value), help: null, icon: null, under: null, finding: null, badge: null }));
  }
  return (field.values ?? []).map(({ value, help, icon, under, finding }) => ({
    value,
    label: voice.value(field, value),
    help: help === null ? null : voice.text(help),
    icon,
    under,
    finding,
    badge: finding === null ? null : voice.say(`interface.${finding}`),
  }));
}

export function needWords(voice: ClaimVoice, { id, help, least, required }: EvidenceNeed): ClaimNeedWords {
  return {
    id,
    title: voice.need(id),
    help: help === null ? voice.find(`need.${id}.help`) : voice.text(help),
    least: required && least > 0 ? voice.tell('need.least', { least }) : null,
    optional: required && least > 0 ? null : voice.tell('part.optional'),
  };
}

/** A claim tells no more than this of a long text, and nobody needs to read it again. */
const repeated = 80;

export function tidiedSentence(voice: ClaimVoice, { field, to, by }: Tidied): string {
  const asked = voice.subject.fields.find(({ id }) => id === field);
  if (by.includes('day')) return voice.tell('tidied.day', { to: voice.civil(to) });
  if (by.includes('phone')) return voice.tell('tidied.phone', { to: isolated(to) });
  if (to === '' || Array.from(to).length >= repeated || to.includes('\n')) return voice.tell('tidied.long');
  const value = asked?.type === 'money' || asked?.type === 'number' ? voice.value(asked, to) : short(to);
  return voice.tell('tidied.written', { to: isolated(value) });
}
