import assert from 'node:assert/strict';

/** Reads an iCalendar file and refuses whatever RFC 5545 does not allow; only what our files use. */
export function readCalendar(file) {
  assert.ok(file.endsWith('\r\n'), 'it ends with CRLF');
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    assert.doesNotMatch(line, /[\r\n\u0000-\u0008\u000b-\u001f\u007f]/, 'no other line break and no control character');
    assert.ok(new TextEncoder().encode(line).length <= 75, `at most 75 octets: ${line}`);
    assert.notEqual(line, '');
    assert.ok(line.isWellFormed(), `no character is cut in two: ${line}`);
  }
  assert.notEqual(lines[0][0], ' ');
  const properties = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n').map((line) => {
    const [, name, parameters, value] = /^([A-Z-]+)((?:;[A-Z-]+=[\w-]+)*):(.*)$/.exec(line) ?? assert.fail(`a content line: ${line}`);
    return { name, parameters: parameters.slice(1), value };
  });
  const [begin, version, product, scale, ...rest] = properties;
  assert.deepEqual([begin, version, scale].map(({ name, value }) => `${name}:${value}`), ['BEGIN:VCALENDAR', 'VERSION:2.0', 'CALSCALE:GREGORIAN']);
  assert.equal(product.name, 'PRODID');
  assert.deepEqual(rest.pop(), { name: 'END', parameters: '', value: 'VCALENDAR' });
  const events = [];
  while (rest.length > 0) {
    const end = rest.findIndex(({ name }) => name === 'END');
    const [first, ...inside] = rest.splice(0, end + 1);
    assert.deepEqual([first.name, first.value, inside.pop().value], ['BEGIN', 'VEVENT', 'VEVENT']);
    events.push(event(inside));
  }
  assert.equal(new Set(events.map(({ UID }) => UID)).size, events.length, 'each UID once');
  return events;
}

const texts = ['UID', 'SUMMARY', 'DESCRIPTION', 'LOCATION'];

function event(properties) {
  const names = properties.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length, 'each property once');
  for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY']) assert.ok(names.includes(name), `an event has ${name}`);
  return Object.fromEntries(properties.map(({ name, parameters, value }) => {
    assert.equal(parameters, name === 'DTSTART' ? 'VALUE=DATE' : '', name);
    if (name === 'DTSTAMP') assert.match(value, /^\d{8}T\d{6}Z$/);
    else if (name === 'DTSTART') assert.equal(civil(value).replaceAll('-', ''), value);
    else if (name === 'TRANSP') assert.equal(value, 'TRANSPARENT');
    else assert.ok(texts.includes(name), `no other property: ${name}`);
    return [name, texts.includes(name) ? unescaped(value) : name === 'DTSTART' ? civil(value) : value];
  }));
}

/** A day that there is. */
function civil(value) {
  return new Date(`${value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')}T00:00:00Z`).toISOString().slice(0, 10);
}

function unescaped(value) {
  assert.doesNotMatch(value.replace(/\\[\\;,n]/g, ''), /[\\;,]/, `escaped: ${value}`);
  return value.replace(/\\([\\;,n])/g, (_, character) => character === 'n' ? '\n' : character);
}
