import type { EvidenceKind, EvidenceProblem, EvidenceReport, EvidenceType, FileReport } from '../../evidence/evidence.js';
import type { Params } from '../catalogue.js';
import type { EvidenceProblemWords, EvidenceWords } from '../evidence.js';
import { kindOf, typeName, type EvidenceVoice } from './voice.js';

/** All of a report, or only its first files: of thousands no page shows all. */
export function wordsOf(voice: EvidenceVoice, { files, problems }: EvidenceReport, most = files.length): EvidenceWords {
  const good = files.filter((file) => file.duplicateOf === null && !file.problems.some(({ severity }) => severity === 'error')).length;
  const headline = files.length === 0 ? 'headline.none' : good === files.length ? 'headline.all' : 'headline.some';
  return {
    headline: voice.tell(headline, { n: good, all: files.length }),
    files: files.slice(0, most).map((file, index) => ({
      name: file.name === '' ? voice.tell('file.numbered', { n: index + 1 }) : file.name,
      kind: voice.tell(`kind.${kindOf(file.type)}`, { type: typeName(file.type ?? '') }),
      about: aboutOf(voice, file),
      problems: file.problems.map((problem) => problemOf(voice, problem, file.type)),
    })),
    problems: problems.map((problem) => problemOf(voice, problem, null)),
  };
}

function aboutOf(voice: EvidenceVoice, { type, size, width, height, taken }: FileReport): string {
  const parts = [
    ...type === null ? [] : [typeName(type)],
    voice.size(size),
    ...width === null || height === null ? [] : [voice.tell('about.pixels', { width: voice.pixels(width), height: voice.pixels(height) })],
    ...taken === null ? [] : [voice.tell('about.taken', { day: voice.day(taken) })],
  ];
  return parts.join(voice.tell('about.between'));
}

export function problemOf(voice: EvidenceVoice, { code, severity, params }: EvidenceProblem, type: EvidenceType | null): EvidenceProblemWords {
  const kind = kindOf(type);
  const key = `problem.${code.replace('evidence.', '')}`;
  const said: Params = {
    ...Object.fromEntries(Object.entries(params).map(([name, value]) => [name, told(voice, code, name, value)])),
    kind,
    it: voice.tell(`it.${kind}`, { type: typeName(type ?? '') }),
  };
  const { n = 0, limit = 0 } = params;
  // Who chose a DOCX has not heard that it is a ZIP.
  if (params['document'] !== undefined) said['type'] = String(params['document']).toUpperCase();
  if (code === 'evidence.too-many') said['over'] = Number(n) - Number(limit);
  if (code === 'evidence.too-few') said['missing'] = Number(limit) - Number(n);
  if (code === 'evidence.duplicate') {
    const { name = '' } = params;
    // Names are of any direction, and must not turn what stands around them.
    said['name'] = name === '' ? voice.tell('file.number', { n }).trim() : voice.tell('file.named', { name: `\u2068${name}\u2069` });
  }
  return { code, severity, message: voice.tell(`${key}.message`, said), help: voice.tell(`${key}.help`, said) };
}

function told(voice: EvidenceVoice, code: EvidenceProblem['code'], name: string, value: string | number): string | number {
  switch (name) {
    case 'type': case 'named': return typeName(String(value));
    case 'taken': return voice.kinds(String(value).split(' ') as EvidenceKind[]);
    case 'width': case 'height': return voice.pixels(value);
    case 'day': return voice.day(String(value));
    case 'limit': return code.startsWith('evidence.taken') ? voice.day(String(value)) : code.startsWith('evidence.too-large') ? voice.size(Number(value), 'down') : value;
    default: return value;
  }
}
