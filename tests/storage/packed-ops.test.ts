import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Op } from '../../lib/domain/op';
import { OpPacker } from '../../lib/storage/packed-ops';
import { logArb, op } from '../domain/ops';

it('gives back what was packed, from any place and in any order', () => {
  fc.assert(
    fc.property(logArb, fc.infiniteStream(fc.nat()), (made, picks) => {
      // As a file brings them: there is no -0 in it.
      const ops: Op[] = JSON.parse(JSON.stringify(made));
      const packer = new OpPacker();
      const places = ops.map((one) => packer.add(one));
      expect([...packer.pick(places)]).toEqual(ops);
      expect(packer.pick(places)).toHaveLength(ops.length);
      const some = ops.length === 0 ? [] : [...picks.take(20)].map((pick) => pick % ops.length);
      const picked = packer.pick(some.flatMap((index) => places[index] ?? []));
      expect([...picked]).toEqual(some.map((index) => ops[index]));
      expect(some.map((_, at) => picked.at(at))).toEqual(some.map((index) => ops[index]));
      expect(picked.at(some.length)).toBeUndefined();
      expect([...picked.and(packer.pick(places))]).toEqual([...picked, ...ops]);
    }),
  );
});

it('takes ops of any length, in any script', () => {
  const ops = [0, 400_000, 3, 900_000, 2_000_000, 1, 700_000].map((length, at) =>
    op(at, { value: { quote: '\n"日本 😀\ud800'.repeat(length / 10) } }),
  );
  const packer = new OpPacker();
  const places = ops.map((one) => packer.add(one));
  expect([...packer.pick(places.toReversed())]).toEqual(ops.toReversed());
});
