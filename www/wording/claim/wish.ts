import type { ItemDecision, Remedy } from '../../binding/makegood.js';
import type { WishWords } from '../claim.js';
import { headline, open } from '../headline.js';
import { nextSteps } from '../next-step.js';
import { because, reasons } from '../reason.js';
import type { ClaimVoice } from './voice.js';

/** More than these at once nobody reads. */
const most = 2;

/** What the decision says about the one remedy that is wished. */
export function wishWords(voice: ClaimVoice): WishWords | null {
  const { wish, disputed, today } = voice.subject;
  const { item } = voice;
  if (wish === null || item === null) return null;
  const { remedy, finding } = wish;
  const wished = about(item, remedy);
  const closed = finding === 'no';
  return {
    remedy,
    finding,
    title: voice.remedy(remedy),
    badge: voice.tell(`wish.${finding}`),
    headline: headline(voice, wished, today),
    because: closed ? because(voice, wished, today) : null,
    also: closed ? open(item).slice(0, most).map((other) => headline(voice, about(item, other.remedy), today)) : [],
    ways: closed ? nextSteps(voice, wished, today) : [],
    reasons: reasons(voice, wished, today),
    differently: closed ? { label: voice.tell('wish.differently'), help: voice.tell('wish.differently-help') } : null,
    disputed: closed && disputed ? voice.tell('wish.disputed') : null,
  };
}

/** A decision as if it were on one remedy alone. */
function about(item: ItemDecision, remedy: Remedy): ItemDecision {
  const remedies = item.remedies.filter((one) => one.remedy === remedy);
  return {
    ...item,
    finding: remedies[0]?.finding ?? 'no',
    remedies,
    ask: item.ask.filter(({ decides }) => decides.includes(remedy)),
    whatIf: item.whatIf.flatMap(({ change, opens }) => {
      const opened = opens.filter((one) => one.remedy === remedy);
      return opened.length === 0 ? [] : [{ change, opens: opened }];
    }),
    steps: item.steps.filter(({ grants }) => grants.includes(remedy)),
  };
}
