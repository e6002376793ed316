import { i18n } from '#i18n';
import type { QuestionId } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { useGiver } from '../theirs/givers';

/** Who gave an answer, where several people had the deal, one after the other or together. */
export function GivenBy({ view, question }: { view: DealView; question: QuestionId }) {
  const giver = useGiver(view.answers[question]?.by);
  return giver === undefined ? null : (
    <p className="small quiet">
      <bdi>{i18n.t('theirs.given', [giver])}</bdi>
    </p>
  );
}
