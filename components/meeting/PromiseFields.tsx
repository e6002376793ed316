import { i18n } from '#i18n';
import type { DealPromise } from '../../lib/domain/promise';
import { LineField } from '../panel/LineField';

interface PromiseFieldsProps {
  promise: DealPromise;
  /** The customer's people, for the name of who promises. */
  names: readonly string[];
  onChange: (promise: DealPromise) => void;
}

/** What somebody said they will do, and by when. */
export function PromiseFields({ promise, names, onChange }: PromiseFieldsProps) {
  return (
    <div className="promise-fields">
      <div className="wide">
        <LineField
          label={i18n.t('meeting.promise.what')}
          value={promise.what}
          autoFocus={promise.what === ''}
          onType={(what) => onChange({ ...promise, what: what.slice(0, 1000) })}
        />
      </div>
      <LineField
        label={i18n.t('meeting.promise.who')}
        value={promise.who}
        offers={promise.side === 'them' ? names : []}
        placeholder={i18n.t(`meeting.promise.${promise.side}`)}
        onType={(who) => onChange({ ...promise, who: who.slice(0, 1000) })}
      />
      <LineField
        type="date"
        label={i18n.t('meeting.promise.due')}
        value={promise.due}
        onType={(due) => onChange({ ...promise, due })}
      />
    </div>
  );
}
