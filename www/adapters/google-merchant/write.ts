import { toMicros } from '../interchange/amount.js';
import type { Return, Season } from '../interchange/format.js';
import { sayable } from '../interchange/sayable.js';
import type { ExportOptions, Note } from '../interchange.js';
import type { CalendarDay, OnlineReturnPolicy, Price, toOnlineReturnPolicy as declared } from '../google-merchant.js';
import { googleMerchant, itemConditions } from './format.js';

export function toOnlineReturnPolicy(policy: unknown, options: ExportOptions = {}): { returnPolicy: OnlineReturnPolicy | null; unsaid: Note[] } {
  const { chosen, nothing, currency, countries, page, unsaid } = sayable(policy, options, googleMerchant);
  if (chosen === null && !nothing) return { returnPolicy: null, unsaid };
  const returnPolicy: OnlineReturnPolicy = {
    ...(countries === null ? {} : { countries: [...countries] }),
    ...(chosen === null ? { policy: { type: 'NO_RETURNS' } } : said(chosen, currency)),
    ...(page === null ? {} : { returnPolicyUri: page }),
  };
  return { returnPolicy, unsaid };
}

toOnlineReturnPolicy satisfies typeof declared;

function said(chosen: Return, currency: string): OnlineReturnPolicy {
  const { days, seasons, restocking, wares, remorse, defect, remedies } = chosen;
  const terms = remorse ?? defect;
  return {
    policy: days === null ? { type: 'LIFETIME_RETURNS' } : { type: 'NUMBER_OF_DAYS_AFTER_DELIVERY', days: String(days) },
    ...(seasons.length === 0 ? {} : { seasonalOverrides: seasons.map(seasonal) }),
    ...(restocking === null ? {} : {
      restockingFee: 'percent' in restocking ? { microPercent: Number(toMicros(restocking.percent)) } : { fixedFee: price(restocking.amount, currency) },
    }),
    returnMethods: ['BY_MAIL'],
    itemConditions: [...itemConditions].filter(([ours]) => wares === null || wares.includes(ours)).map(([, name]) => name),
    returnShippingFee: terms?.carriage === 'shopper' ? { type: 'CUSTOMER_PAYING_ACTUAL_FEE' } : { type: 'FIXED', fixedFee: price(terms?.shipping ?? '0', currency) },
    acceptDefectiveOnly: remorse === null,
    // Without it, an exchange on other terms is neither accepted nor refused.
    ...(remedies.includes('exchange') ? { acceptExchange: true } : {}),
  };
}

function seasonal({ from, until, label, days }: Season): { label: string; startDate: CalendarDay; endDate: CalendarDay; returnDays: number } {
  return { label, startDate: calendarDay(from), endDate: calendarDay(until), returnDays: days };
}

function calendarDay(day: string): CalendarDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, day: date };
}

function price(amount: string, currencyCode: string): Price {
  return { amountMicros: toMicros(amount) ?? '', currencyCode };
}
