import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { allCopies, copiesOf, copyDraft } from '../../lib/storage/draft-copies';
import { localStorageOf } from './local-storage';
import { ACME, GLOBEX } from './tab';

beforeEach(() => void vi.stubGlobal('localStorage', localStorageOf()));
afterEach(() => void vi.unstubAllGlobals());

it('gives every copy back but one that is damaged', () => {
  copyDraft(ACME, 'answer:fit.owner', { quote: 'We lose two days' });
  copyDraft(GLOBEX, 'answer:fit.owner', { quote: 'Since March' });
  localStorage.setItem(`draft ${ACME} answer:buying.path`, '{"quote":"First leg');
  expect(copiesOf(ACME)).toEqual([{ key: 'answer:fit.owner', value: { quote: 'We lose two days' } }]);
  expect(allCopies().map(({ deal }) => deal)).toEqual([ACME, GLOBEX]);
});
