import type { FactType, FactValue, Finding, ItemDecision, Node } from '../binding/makegood.js';
import { declared, factName, isBuiltIn, typeOf, valueName } from './fact.js';
import { relation } from './relation.js';
import { beginning, type Voice } from './voice.js';
import type { ReasonWords } from './wording.js';

export type Sentence = ReasonWords['sentences'][number];
type TestNode = Extract<Node, { op: 'test' }>;

/**
 * A condition in sentences. Each says how things are; its finding says whether that helps the rule, so the sentences
 * of what must not be (`not`, `unless`) are the same with the finding turned round.
 */
export function nodeSentences(voice: Voice, item: ItemDecision, node: Node, turned = false): Sentence[] {
  const finding = turned ? opposite(node.finding) : node.finding;
  if (node.op === 'test') return [{ finding, sentence: testSentence(voice, item, node) }];
  if (node.op === 'not') return node.of.flatMap((child) => nodeSentences(voice, item, child, !turned));
  const oneIsEnough = node.op !== 'condition' && (node.op === 'any') !== turned;
  if (!oneIsEnough) return node.of.flatMap((child) => nodeSentences(voice, item, child, turned));
  const telling = node.of.filter((child) => child.finding === node.finding);
  const sentences = telling.flatMap((child) => nodeSentences(voice, item, child, turned));
  if (finding === 'yes' || telling.length < 2) return sentences;
  return [{ finding, sentence: oneOf(voice, finding) }, ...sentences];
}

/** What stands before several conditions of which one is enough. */
export function oneOf(voice: Voice, finding: 'no' | 'maybe'): string {
  return voice.say(`check.one-of.${finding}`);
}

function opposite(finding: Finding): Finding {
  if (finding === 'maybe') return 'maybe';
  return finding === 'yes' ? 'no' : 'yes';
}

/** How things are: "It has been opened." */
function testSentence(voice: Voice, item: ItemDecision, node: TestNode): string {
  // Held against a window that has no last day.
  if (node.finding !== 'maybe' && Object.keys(node.wants).length === 0) return voice.say(`state.own.${node.finding}`);
  if (!isBuiltIn(node.fact)) return declaredSentence(voice, item, node);
  const { fact, finding, read } = node;
  if (finding === 'maybe') return voice.say('test.open', { fact: factName(voice, item, fact) });
  if (fact === 'category' || fact === 'tags') return voice.say(`state.${fact}.${finding}`);
  if (isBounded(typeOf(item, fact))) {
    const subject = beginning(factName(voice, item, fact));
    const bound = relation(voice, item, fact, node.wants, finding === 'yes');
    if (read === null) return voice.say('test.bound', { fact: subject, relation: bound });
    return voice.say('test.value', { fact: subject, value: valueName(voice, item, fact, read), relation: bound });
  }
  if (read === null) return voice.say(`state.own.${finding}`);
  if (typeof read === 'boolean') return voice.say(`state.${fact}.${read ? 'yes' : 'no'}`);
  if (fact === 'channel') return voice.say(`channel.${String(read)}`);
  return voice.say(`test.${fact}`, { value: valueName(voice, item, fact, read) });
}

/** A declared fact is told by the shop's question and what was answered, or by its name; without either, only that it holds or not. */
function declaredSentence(voice: Voice, item: ItemDecision, node: TestNode): string {
  const { fact, finding, read, wants } = node;
  const asked = declared(item, fact)?.ask ?? null;
  if (finding === 'maybe' && item.ask.some((one) => one.fact === fact && one.settledBy === 'judgement')) {
    return voice.say('pending.judgement', { fact: factName(voice, item, fact) });
  }
  if (asked === null) {
    if (finding === 'maybe') return voice.say('test.open', { fact: factName(voice, item, fact) });
    const name = voice.named(fact);
    return name === null ? voice.say(`state.own.${finding}`) : namedSentence(voice, item, beginning(name), node);
  }
  const question = voice.quote(asked);
  if (finding === 'maybe') return voice.say('test.open-answer', { question });
  const known = knownOf(node);
  const bound = isBounded(typeOf(item, fact)) ? relation(voice, item, fact, wants, finding === 'yes') : null;
  if (known === null) return bound === null ? voice.say(`test.fits.${finding}`, { fact: question }) : voice.say('test.unasked', { question, answer: bound });
  const answer = valueName(voice, item, fact, known);
  if (read === null) return voice.say('test.unasked', { question, answer });
  return bound === null ? voice.say('test.said', { question, answer }) : voice.say('test.said-value', { question, value: answer, relation: bound });
}

/** What is known of a fact; what counts while nobody says otherwise is not read, but of two answers it must be the one that decided. */
function knownOf({ finding, read, wants }: TestNode): FactValue | null {
  return read ?? (typeof wants.is === 'boolean' ? wants.is === (finding === 'yes') : null);
}

/** "Whether the fault is serious: yes." */
function namedSentence(voice: Voice, item: ItemDecision, name: string, node: TestNode): string {
  const { fact, finding, wants } = node;
  const known = knownOf(node);
  const value = known === null ? null : valueName(voice, item, fact, known);
  if (!isBounded(typeOf(item, fact))) return value === null ? voice.say(`test.fits.${finding}`, { fact: name }) : voice.say('test.named', { fact: name, value });
  const bound = relation(voice, item, fact, wants, finding === 'yes');
  return value === null ? voice.say('test.bound', { fact: name, relation: bound }) : voice.say('test.value', { fact: name, value, relation: bound });
}

function isBounded(type: FactType): boolean {
  return type === 'date' || type === 'money' || type === 'number';
}
