import type { ClaimWords } from '../claim.js';
import { quoteWords } from '../quote/index.js';
import { fieldWords, needWords, tidiedSentence } from './field.js';
import { problemWords } from './problem.js';
import type { ClaimVoice } from './voice.js';
import { wishWords } from './wish.js';

export function wordsOf(voice: ClaimVoice): ClaimWords {
  const { fields, evidence, problems, tidied } = voice.subject;
  return {
    title: voice.tell('title'),
    fields: fields.map((field) => fieldWords(voice, field)),
    evidence: evidence.map((need) => needWords(voice, need)),
    problems: problems.map((problem) => problemWords(voice, problem)),
    tidied: tidied.map((one) => ({ field: one.field, sentence: tidiedSentence(voice, one) })),
    progress: progress(voice),
    next: next(voice),
    wish: wishWords(voice),
    quote: quote(voice),
    policy: policyUsed(voice),
  };
}

function progress(voice: ClaimVoice): string {
  const { complete, done, of, problems } = voice.subject;
  const params = { done, all: of, left: of - done, wrong: problems.filter(({ severity }) => severity === 'error').length };
  if (complete) return voice.tell(of === 0 ? 'progress.none' : 'progress.done', params);
  return voice.tell(done < of ? 'progress.open' : 'progress.wrong', params);
}

function next(voice: ClaimVoice): string | null {
  const { next: id, fields } = voice.subject;
  if (id === null) return null;
  const field = fields.find((one) => one.id === id);
  return voice.tell('progress.next', { next: field === undefined ? voice.need(id) : voice.label(field) });
}

function quote(voice: ClaimVoice): ClaimWords['quote'] {
  const { quote } = voice.subject;
  if (quote === null) return null;
  const { headline, kind, options } = quoteWords(quote, voice.language);
  return { title: voice.tell('quote.title'), headline, kind, options: options.map(({ title, total }) => ({ title, total })) };
}

/** On which version of the policy it rests. */
function policyUsed(voice: ClaimVoice): string {
  const { policy } = voice.subject;
  if (policy === null) return voice.say('policy.open');
  return voice.say('policy.used', { id: policy.id, version: policy.version, hash: policy.hash.replace('sha256:', '').slice(0, 8) });
}
