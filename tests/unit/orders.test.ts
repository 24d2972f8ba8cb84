import { describe, expect, test } from 'vitest';
import { heightMessages, readResizerId } from '../../src/bindings/height.ts';
import { readOrder, readOrigins } from '../../src/bindings/orders.ts';

describe('orders', () => {
  test('are read, one a message', () => {
    expect(readOrder({ voyageMap: 1, set: { loop: true, speed: 2, zone: 'UTC' } })).toEqual({
      order: { kind: 'set', texts: { loop: 'true', speed: '2', zone: 'UTC' } },
    });
    expect(readOrder({ voyageMap: 1, get: ['time', 'view'] })).toEqual({
      order: { kind: 'get', names: ['time', 'view'] },
    });
    expect(readOrder({ voyageMap: 1, do: 'pause' })).toEqual({ order: { kind: 'do', playing: false } });
    expect(readOrder({ voyageMap: 1, seek: '2023-09-10T12:00Z' })).toEqual({
      order: { kind: 'seek', moment: '2023-09-10T12:00Z' },
    });
  });

  test.each([
    ['text'],
    [null],
    [undefined],
    [7],
    [[1, 2]],
    [{}],
    [{ set: { loop: true } }],
    [{ sentinel: 'amp', type: 'embed-size' }],
  ])('what is meant for others is passed over: %j', (data) => {
    expect(readOrder(data)).toBeNull();
  });

  test.each([
    [{ voyageMap: 2, set: {} }, 'version', 'voyageMap', '2'],
    [{ voyageMap: '1', do: 'play' }, 'version', 'voyageMap', '1'],
    [{ voyageMap: 1 }, 'command', '', '{}'],
    [{ voyageMap: 1, toString: 1 }, 'command', 'toString', '{"toString":1}'],
    [{ voyageMap: 1, do: 'play', seek: '2023' }, 'command', 'do,seek', '{"do":"play","seek":"2023"}'],
    [{ voyageMap: 1, set: null }, 'value', 'set', 'null'],
    [{ voyageMap: 1, set: { time: {} } }, 'value', 'set', '{"time":{}}'],
    [{ voyageMap: 1, get: 'time' }, 'value', 'get', 'time'],
    [{ voyageMap: 1, get: ['time', 'colour'] }, 'setting', 'get', 'colour'],
    [{ voyageMap: 1, do: 'Play' }, 'value', 'do', 'Play'],
    [{ voyageMap: 1, seek: 0 }, 'moment', 'seek', '0'],
    [{ voyageMap: 1, seek: '' }, 'moment', 'seek', ''],
  ])('what is wrong is refused by name: %j', (data, reason, name, text) => {
    expect(readOrder(data)).toEqual({ refusal: { reason, name, text, expected: expect.stringMatching(/./) } });
  });
});

describe('the list of origins', () => {
  test('is open where the address has none', () => {
    expect(readOrigins('')).toBeNull();
    expect(readOrigins('?childId=a')).toBeNull();
  });

  test('holds what is an origin, and lets nobody in by what is not', () => {
    expect(readOrigins('?origins=https://a.org,http://b.org:8080')).toEqual(['https://a.org', 'http://b.org:8080']);
    expect(readOrigins('?origins=*,null,a.org,https://a.org/,https://a.org/path,data:x')).toEqual([]);
    expect(readOrigins('?origins=')).toEqual([]);
  });
});

describe('the height', () => {
  const names = { href: 'https://map.org/', childId: null, resizerId: null };

  test('is said to hosts that gave no name', () => {
    expect(heightMessages(431, names)).toEqual([
      { voyageMap: 1, height: 431 },
      { 'datawrapper-height': { 'voyage-map': 431 } },
      { sentinel: 'amp', type: 'embed-size', height: 431 },
      '{"src":"https://map.org/","context":"iframe.resize","height":431}',
    ]);
  });

  test('is said to pym and to iframe-resizer once they gave a name', () => {
    const said = heightMessages(431, { ...names, childId: 'pym-0', resizerId: 'iFrameResizer0' });
    expect(said).toContainEqual({ 'datawrapper-height': { 'pym-0': 431 } });
    expect(said.slice(-2)).toEqual(['pymxPYMxpym-0xPYMxheightxPYMx431', '[iFrameSizer]iFrameResizer0:431:0:size']);
  });

  test('never has the words of sidechain in a message of our own', () => {
    for (const one of heightMessages(431, names)) {
      if (typeof one === 'object' && one !== null && 'voyageMap' in one) expect(one).not.toHaveProperty('type');
    }
  });

  test.each([
    ['[iFrameSizer]frame7:8:false:false:32:true:true:null', 'frame7'],
    ['[iFrameSizer]frame7:8:true', 'frame7'],
    ['[iFrameSizer]frame7:100:200:init', null],
    ['[iFrameSizer]message:{}', null],
    ['frame7:8:false', null],
    [{ id: 'frame7' }, null],
  ])('the first message of iframe-resizer is known: %j', (data, id) => {
    expect(readResizerId(data)).toBe(id);
  });
});
