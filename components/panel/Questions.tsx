import { i18n } from '#i18n';
import { CHOSEN_KEY } from '../../lib/domain/op';
import type { Playbook } from '../../lib/domain/playbook';
import { offeredPlaybooks, type PlaybookWhy } from '../../lib/domain/team-playbooks';
import type { DealView } from '../../lib/domain/view';
import { choose, usePlaybooks } from '../../lib/state/playbooks';
import { Pick } from '../Pick';
import { SavedMark } from './SavedMark';

/** Lets the rules decide again; no playbook's id has a point. */
const BY_RULE = 'by.rule';

/** Which questions the deal is asked, who chose them, and the way to others. Answers stay with their questions. */
export function Questions({ view, why }: { view: DealView; why: PlaybookWhy }) {
  const playbooks = usePlaybooks();
  const { deal, playbook } = view;
  const offered = playbooks.state === 'shown' ? offeredPlaybooks(playbooks.team) : [];
  const all = offered.some(({ id }) => id === playbook.id) ? offered : [playbook, ...offered];
  const fixed = playbooks.state === 'shown' && playbooks.team.organisation?.fixed;
  const back = why.by === 'deal' ? [{ id: BY_RULE, text: i18n.t('playbooks.choice.back') }] : [];
  return (
    <section>
      <h3>{i18n.t('playbooks.choice.heading')}</h3>
      <p className="small quiet">
        {whyWords(why)} {!fixed && i18n.t('playbooks.choice.hint')}
      </p>
      {fixed ? (
        <p>
          <bdi>{playbook.name}</bdi>
        </p>
      ) : (
        <Pick
          label={i18n.t('playbooks.choice.heading')}
          options={[...all.map(option), ...back]}
          value={playbook.id}
          onChange={(id) => id !== playbook.id && void choose(deal, id === BY_RULE ? null : id)}
        />
      )}
      <SavedMark deal={deal} of={CHOSEN_KEY} />
    </section>
  );
}

const option = ({ id, name, origin }: Playbook) => ({ id, text: name, more: origin });

function whyWords(why: PlaybookWhy): string {
  return why.by === 'rule'
    ? i18n.t('playbooks.choice.rule', [String(why.rule + 1)])
    : i18n.t(`playbooks.choice.${why.by}`);
}
