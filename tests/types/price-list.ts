// What a merchant may write with the adapter for price lists. Compiled, never run.
import { open } from 'makegood';
import { fromPriceList, toPriceList, type PriceListName, type PriceListProblem, type PriceLists } from 'makegood/adapters/price-list';

declare const policy: unknown;
declare const file: File;

const lists: PriceLists = toPriceList(policy);
const { policy: changed, repair, problems } = fromPriceList({ ...lists, parts: await file.text() }, policy);
const first: PriceListProblem | undefined = problems[0];
const list: PriceListName | null | undefined = first?.list;
const row: number | null | undefined = first?.row;
const help: string | undefined = first?.translation['zh-CN'].help;
if (repair !== null) await open(JSON.stringify(changed));
console.log(list, row, help);

// @ts-expect-error there is no such list
fromPriceList({ prices: '' }, policy);
// @ts-expect-error a list is text
fromPriceList({ parts: file }, policy);
// @ts-expect-error a list needs the policy that it belongs to
fromPriceList(lists);
