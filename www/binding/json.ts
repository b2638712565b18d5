import { MakegoodProblem } from './errors.js';

/** Reads JSON text. @throws {MakegoodProblem} `policy.not-json` or `facts.not-json`, with the line and column where it breaks. */
export function parsed(text: string, floor: 'policy' | 'facts', url?: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    const read: unknown = JSON.parse(json);
    // Of a key that stands twice, one was lost; the engine that explains tells which, as it reads the text itself.
    return floor === 'policy' && keysWritten(json) !== keysRead(read) ? json : read;
  } catch {
    throw notJson(floor, json, floor === 'policy' ? finding(json, url) : null, url);
  }
}

function keysWritten(json: string): number {
  return json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, '').split(':').length - 1;
}

/** Without recursion, because nothing bounds how deep a text is nested. */
function keysRead(json: unknown): number {
  const objects = [json];
  let keys = 0;
  for (const one of objects) {
    if (typeof one !== 'object' || one === null) continue;
    const values: unknown[] = Object.values(one);
    for (const value of values) objects.push(value);
    if (!Array.isArray(one)) keys += values.length;
  }
  return keys;
}

/** The problem of text that is not JSON, worded as the engine words it for Rust. */
export function notJson(floor: 'policy' | 'facts', text: string, said: { message: string; help: string } | null, url?: string): MakegoodProblem {
  const { line, column } = brokenAt(text);
  const subject = floor === 'policy' ? 'the policy' : 'the request';
  return new MakegoodProblem([{
    code: `${floor}.not-json`,
    severity: 'error',
    pointer: '',
    message: `${subject} is not valid JSON: line ${line}, column ${column}`,
    help: 'check the commas, quotes and brackets near that place',
    ...said,
    params: { line: String(line), column: String(column), ...(url === undefined ? {} : { url }) },
  }]);
}

/** What is to be said of text that was never meant to be a policy. */
function finding(text: string, url = 'the policy'): { message: string; help: string } | null {
  if (text.trim() === '') return { message: `${url} is empty`, help: 'give an address, JSON text, or an object' };
  if (!/^\s*</.test(text)) return null;
  return {
    message: `${url} is a web page, not JSON`,
    help: 'check the address; the server may answer unknown addresses with a page of its own',
  };
}

const SPACE = /[ \t\n\r]*/y;
const TOKEN = /([{}[\],:])|(")[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

/** What may come next; browsers word their own finding differently, and some leave the place out. */
type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/** The place where JSON text stops being JSON; both count from 1. */
function brokenAt(text: string): { line: number; column: number } {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const after: Next | null = token && follow(next, token[1] ?? token[2] ?? 'literal', open);
    if (!token || !after) break;
    next = after;
    at = TOKEN.lastIndex;
  }
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function follow(next: Next, token: string, open: ('{' | '[')[]): Next | null {
  const closed = (): Next => {
    open.pop();
    return open.length === 0 ? 'nothing' : 'comma-or-end';
  };
  const inside = open.at(-1);
  switch (token) {
    case '{': case '[':
      if (!next.startsWith('value')) return null;
      open.push(token);
      return token === '{' ? 'key-or-end' : 'value-or-end';
    case '}':
      return inside === '{' && next.endsWith('-or-end') ? closed() : null;
    case ']':
      return inside === '[' && next.endsWith('-or-end') ? closed() : null;
    case ',':
      if (next !== 'comma-or-end') return null;
      return inside === '{' ? 'key' : 'value';
    case ':':
      return next === 'colon' ? 'value' : null;
    default:
      if (next.startsWith('key')) return token === '"' ? 'colon' : null;
      if (!next.startsWith('value')) return null;
      return inside === undefined ? 'nothing' : 'comma-or-end';
  }
}
