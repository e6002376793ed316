import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type Advance, unexplained } from '../../lib/domain/advance';
import { MAX_TEXT } from '../../lib/domain/answer';
import type { DealView } from '../../lib/domain/view';
import { explainAdvance, keyOfAdvance, useAdvances } from '../../lib/state/advancing';
import { useDraftLine } from '../../lib/state/draft-line';
import { LineField } from '../panel/LineField';
import { SavedMark } from '../panel/SavedMark';
import { namedGaps } from './words';

/** The deal moved on with gaps: one line of why, or none; both come back at the next review. */
export function WhyAdvanced({ view }: { view: DealView }) {
  const advances = useAdvances(view) ?? [];
  const last = advances.at(-1);
  if (!last) return null;
  const asked = unexplained(advances, Date.now());
  return asked ? (
    <Ask key={asked.at} advance={asked} view={view} />
  ) : (
    <div className="why-advanced-saved">
      <SavedMark deal={view.deal} of={keyOfAdvance(last)} />
    </div>
  );
}

function Ask({ advance, view }: { advance: Advance; view: DealView }) {
  const { deal, playbook } = view;
  const key = keyOfAdvance(advance);
  const { text, type, done } = useDraftLine(deal, key, '');
  const keep = async (reason: string | null) => {
    if (await explainAdvance(deal, advance, reason)) done();
  };
  const isTooLong = text.length > MAX_TEXT;
  const { gaps, to } = advance;
  return (
    <section className="why-advanced" aria-labelledby="why-advanced">
      <h2 className="label-line" id="why-advanced">
        {i18n.t('advance.movedWith', gaps.length, [String(gaps.length), i18n.t(`words.phase.${to}`)])}
      </h2>
      <p className="small quiet">
        {namedGaps(
          gaps.map(({ question }) => question),
          playbook,
        )}
      </p>
      <div className="why-advanced-line">
        <LineField
          label={i18n.t('advance.why')}
          value={text}
          wrong={isTooLong ? i18n.t('panel.answer.tooLong', [String(MAX_TEXT)]) : null}
          onType={type}
          onLeave={() => text.trim() !== '' && !isTooLong && void keep(text)}
        />
        <Button className="plain" onPress={() => void keep(null)}>
          {i18n.t('advance.skip')}
        </Button>
      </div>
      <SavedMark deal={deal} of={key} text={text} again={() => void keep(text)} />
    </section>
  );
}
