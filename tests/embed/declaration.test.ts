import { mount } from '#embed/mount.ts';
import { expect, expectTypeOf, it } from 'vitest';

it('What the declaration for host pages promises is what the script gives', () => {
  expectTypeOf(mount).toExtend<typeof SessionRoom.mount>();
  expectTypeOf<keyof SessionRoom.Options>().toEqualTypeOf<keyof Parameters<typeof mount>[1]>();
  expect(mount).toBeTypeOf('function');
});
