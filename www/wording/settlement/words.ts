import type { AmountRange } from '../../binding/makegood.js';
import type { Breakdown, SettledItem, SettledLine } from '../../binding/settlement.js';
import { factName, isBuiltIn } from '../fact.js';
import { pending, questions } from '../question.js';
import type { BreakdownWords, QuestionWords, SettledItemWords, SettledLineWords, SettlementWords } from '../settlement.js';
import type { SettlementVoice } from './voice.js';

export function wordsOf(voice: SettlementVoice): SettlementWords {
  const { items, least, most, refund } = voice.subject;
  return {
    ...headline(voice),
    items: items.map((item) => itemWords(voice, item)),
    least: breakdown(voice, least, refund.least),
    most: breakdown(voice, most, refund.most),
    open: stillOpen(voice),
    questions: asked(voice),
  };
}

/** The answer in one sentence. */
function headline(voice: SettlementVoice): Pick<SettlementWords, 'headline' | 'kind'> {
  const { finding, refund: { least, most }, remedy } = voice.subject;
  if (isZero(most)) return { kind: 'nothing', headline: voice.tell(finding === 'no' ? 'headline.refused' : 'headline.nothing') };
  const as = remedy === 'store-credit';
  const told = { least: voice.money(least), most: voice.money(most), amount: voice.money(most) };
  if (least === most) return { kind: 'amount', headline: voice.tell(as ? 'headline.credit' : 'headline.amount', told) };
  if (isZero(least)) return { kind: 'range', headline: voice.tell(as ? 'headline.up-to-credit' : 'headline.up-to', told) };
  return { kind: 'range', headline: voice.tell(as ? 'headline.range-credit' : 'headline.range', told) };
}

function isZero(amount: AmountRange['least']): boolean {
  return /^[0.]+$/.test(amount);
}

function itemWords(voice: SettlementVoice, { item, units, finding, right }: SettledItem): SettledItemWords {
  const title = voice.units(item, units);
  const params = { item: title, clause: right?.clause ?? '' };
  const sentence = finding === 'no' ? voice.tell('item.no', params) : voice.tell(`item.${finding}.${right?.by ?? 'other'}`, params);
  return { item, title, finding, sentence };
}

function breakdown(voice: SettlementVoice, { lines, onto, owed }: Breakdown, refund: string): BreakdownWords {
  return {
    lines: lines.map((line) => lineWords(voice, line)),
    total: { label: voice.tell('total'), amount: voice.money(refund) },
    onto: onto.map(({ id, method, as, amount }) => {
      const title = voice.titled(id) ?? method ?? id;
      return { id, as, title, amount: voice.money(amount), sentence: voice.tell(`onto.${as}`, { amount: voice.money(amount), means: title }) };
    }),
    owed: owed === null ? null : voice.tell('owed', { amount: voice.money(owed) }),
  };
}

/** Lines of which it goes without saying who says so: what was never paid, and what was paid. */
const plain = ['bundle-share', 'promotion-share', 'owed-before', 'stays-owed', 'went-back', 'paid'];

function lineWords(voice: SettlementVoice, line: SettledLine): SettledLineWords {
  const { amount, code, effect, right } = line;
  return {
    code,
    effect,
    title: title(voice, line),
    because: voice.tell(`line.${code}.${effect}`),
    by: right === null || plain.includes(code) ? null : voice.tell(`by.${right.by}`, { clause: right.clause }),
    amount: voice.money(effect === 'taken' ? `-${amount}` : amount),
  };
}

function title(voice: SettlementVoice, { code, item, of, right, units }: SettledLine): string {
  const params = {
    item: item === null ? '' : units === null ? voice.titled(item) ?? item : voice.units(item, units),
    of: of === null ? '' : voice.quote(voice.titled(of) ?? of),
  };
  const fee = code === 'fee' && of !== null ? voice.feeName(item, right, of) : null;
  return fee === null ? voice.tell(`line.${code}.title`, params) : voice.tell('line.fee.named', { ...params, fee });
}

/** What nobody says, and what the shopper cannot answer. */
function stillOpen(voice: SettlementVoice): string[] {
  const { needs, open } = voice.subject;
  const decided = voice.decided();
  const answerable = asked(voice).map(({ fact }) => fact);
  const others = decided.flatMap((item) => pending(voice, { ...item, ask: item.ask.filter(({ fact }) => needs.includes(fact)) }));
  const asks = decided.flatMap(({ ask }) => ask.map(({ fact }) => fact));
  const left = needs.filter((fact) => !answerable.includes(fact) && !asks.includes(fact));
  const names = left.map((fact) => {
    const holder = decided.find(({ declared }) => Object.hasOwn(declared, fact)) ?? decided[0];
    return holder !== undefined ? factName(voice, holder, fact) : voice.say(isBuiltIn(fact) ? `fact.${fact}` : 'fact.own');
  });
  return [
    ...names.length === 0 ? [] : [voice.tell('open.facts', { facts: voice.list([...new Set(names)]) })],
    ...new Set(others),
    ...open.map((matter) => voice.tell(`open.${matter}`)),
  ];
}

/** What would settle it, each question once. */
function asked(voice: SettlementVoice): QuestionWords[] {
  const { needs } = voice.subject;
  const found = new Map<string, QuestionWords>();
  for (const item of voice.decided()) {
    for (const question of questions(voice, item)) {
      if (needs.includes(question.fact) && !found.has(question.fact)) found.set(question.fact, question);
    }
  }
  return [...found.values()];
}
