import type { EvidenceEntry } from '../../binding/claim.js';
import type { Problem } from '../../binding/makegood.js';
import type { EvidenceKind } from '../../evidence/evidence.js';
import type { ClaimProblemWords } from '../claim.js';
import type { Params } from '../catalogue.js';
import { EvidenceVoice, typeName } from '../evidence/voice.js';
import { isolated, short, type ClaimVoice } from './voice.js';

/** What a problem is of. */
type Place = Pick<ClaimProblemWords, 'field' | 'need' | 'file'>;

export function problemWords(voice: ClaimVoice, problem: Problem): ClaimProblemWords {
  const { code, severity } = problem;
  const place = placeOf(problem, voice.about.draft?.evidence ?? []);
  const { message, help } = told(voice, problem, place);
  return { code, severity, ...place, message, help };
}

function placeOf({ pointer, params }: Problem, files: readonly EvidenceEntry[]): Place {
  const [, part = '', name] = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (part === 'fields') return { field: name ?? null, need: null, file: null };
  const file = name === undefined || !/^\d+$/.test(name) ? null : Number(name);
  return { field: null, need: params['need'] ?? (file === null ? undefined : files[file]?.for) ?? null, file };
}

function told(voice: ClaimVoice, problem: Problem, place: Place): { message: string; help: string | null } {
  const code = problem.code.replace(/^claim\./, '');
  const params = filled(voice, problem, place);
  if (code === 'missing') {
    const own = voice.subject.fields.find(({ id }) => id === place.field)?.label ?? null;
    const message = own === null ? voice.find(`missing.${place.field}`) : null;
    return { message: message ?? voice.tell('missing.own', params), help: null };
  }
  const key = voice.find(`problem.${code}.message`) === null ? 'unknown' : code;
  return { message: voice.tell(`problem.${key}.message`, params), help: voice.tell(`problem.${key}.help`, params) };
}

function filled(voice: ClaimVoice, { code, params }: Problem, { field, need }: Place): Params {
  const asked = voice.subject.fields.find(({ id }) => id === field);
  const said: Params = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, part(voice, code, name, value)]));
  if (field !== null) said['field'] = isolated(asked === undefined ? voice.label({ id: field, label: null }) : voice.label(asked));
  if (need !== null) said['field'] = isolated(voice.need(need));
  said['field'] ??= voice.tell('need.own');
  switch (code) {
    case 'claim.too-few-files': {
      said['given'] = Number(params['given'] ?? 0);
      said['left'] = Math.max(1, Number(params['least'] ?? 1) - Number(said['given']));
      break;
    }
    case 'claim.too-many-files': said['most'] = Number(params['most'] ?? 1); break;
    case 'claim.bad-email': said['example'] ??= 'name@example.com'; break;
    case 'claim.other-shape': {
      const means = asked?.means ?? null;
      if (means !== null) said['means'] = voice.text(means);
      said['means'] ??= '';
      said['known'] = said['means'] === '' ? 'no' : 'yes';
      break;
    }
    case 'claim.differs': {
      const other = params['other'] ?? '';
      // What the page knows is not asked, so that the form may not have the field.
      said['other'] = isolated(short(voice.value(asked ?? { id: field ?? '', type: 'enum', values: null }, other)));
      break;
    }
    case 'claim.imei-other-model': {
      const model = voice.subject.fields.find(({ id }) => id === 'model');
      said['other'] = isolated(model === undefined ? params['other'] ?? '' : voice.value(model, params['other'] ?? ''));
      break;
    }
  }
  return said;
}

const days = ['first', 'second', 'other', 'taken', 'example'];

function part(voice: ClaimVoice, code: string, name: string, value: string): string {
  if (name === 'remedy') return voice.remedy(value);
  if (code === 'claim.file-too-large' && name === 'most') return new EvidenceVoice(voice.language).size(Number(value), 'down');
  if (code === 'claim.file-type' && name === 'type') return typeName(value as EvidenceKind);
  if (name === 'event') return voice.findShared(`event.${value}`) ?? voice.say('event.own');
  if (name === 'limit') return voice.number(value);
  if (name === 'name') return isolated(short(value));
  return days.includes(name) ? voice.civil(value) : value;
}
