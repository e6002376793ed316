import { useEffect, useMemo, useState } from 'react';
import { i18n } from '#i18n';
import { type Checked, checkedSellers, useCount, type Wish } from '../../lib/state/packs';
import { Message } from '../Message';
import { Pick } from '../Pick';
import { dealName } from '../review/words';
import { nameWords } from '../theirs/words';
import { MakeFile } from './MakeFile';
import { WhatGoes } from './WhatGoes';

/** What a manager found, back to the seller whose deals these are; nothing of anybody else's goes along. */
export function HandBack() {
  const [people, setPeople] = useState<readonly Checked[] | null | undefined>();
  const [at, setAt] = useState('0');
  useEffect(() => {
    let isHere = true;
    checkedSellers().then(
      (found) => isHere && setPeople(found),
      () => isHere && setPeople(null),
    );
    return () => {
      isHere = false;
    };
  }, []);
  if (people === undefined) return <p className="packs-body quiet">{i18n.t('packs.counting')}</p>;
  if (people === null) return <Message alarming title={i18n.t('packs.uncounted')} hint="" />;
  const person = people[Number(at)];
  if (!person) return <Message title={i18n.t('packs.toNobody')} hint={i18n.t('packs.toNobodyHint')} />;
  return (
    <div className="packs-body">
      <section className="packs-choose" aria-labelledby="packs-to">
        <h2 id="packs-to">{i18n.t('packs.to')}</h2>
        <Pick
          label={i18n.t('packs.to')}
          options={people.map(({ names, reviews }, index) => ({
            id: String(index),
            text: nameWords(names),
            more: i18n.t('packs.reviews', reviews.length),
          }))}
          value={at}
          onChange={setAt}
        />
        <ul className="packs-deals">
          {person.reviews.map(({ deal, name, review }) => (
            <li key={`${deal} ${review.op}`}>
              <bdi className="strong">{dealName({ name: name || null })}</bdi>
              {review.ask && (
                <span className="block small">
                  <bdi>{i18n.t('packs.asks', [review.ask])}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <Back key={at} person={person} />
    </div>
  );
}

function Back({ person }: { person: Checked }) {
  const wish = useMemo<Wish>(
    () => ({ kind: 'reviews', deals: person.deals, to: person.authors, withNotes: false }),
    [person],
  );
  return (
    <div className="packs-side">
      <WhatGoes counting={useCount(wish)} kind="reviews" />
      <MakeFile wish={wish} isReady usual="" />
    </div>
  );
}
