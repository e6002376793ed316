import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { i18n } from '#i18n';
import { type FillerFinding, findFiller } from '../../lib/domain/honesty';
import { isDue } from '../../lib/domain/phase';
import type { Playbook } from '../../lib/domain/playbook';
import type { DealView } from '../../lib/domain/view';
import { letBe, useAside } from '../../lib/state/looking';
import { openQuestion } from '../../lib/state/panel-store';

/** Answers that say little, told to the seller alone; one click lets each of them be. */
export function Filler({ view, playbook }: { view: DealView; playbook: Playbook }) {
  const aside = useAside(view.deal);
  const { answers, phase } = view;
  const findings = useMemo(
    () =>
      findFiller(
        answers,
        playbook.questions.filter((question) => isDue(question.phase, phase)),
      ),
    [answers, phase, playbook],
  );
  if (!aside) return null;
  const left = findings.map((finding) => ({ finding, id: remark(finding) })).filter(({ id }) => !aside.includes(id));
  if (left.length === 0) return null;
  return (
    <section className="filler" aria-label={i18n.t('honesty.filler.label')}>
      <ul>
        {left.map(({ finding, id }) => (
          <li key={id}>
            <p>
              <bdi>{words(finding)}</bdi>
            </p>
            <Button className="plain" onPress={() => openQuestion(finding.questions[0] ?? null)}>
              {i18n.t('honesty.filler.show')}
            </Button>
            <Button className="plain" onPress={() => void letBe(view.deal, id)}>
              {i18n.t('honesty.filler.letBe')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="small quiet">{i18n.t('honesty.filler.private')}</p>
    </section>
  );
}

/** A finding is the same as long as it says the same of the same answers. */
function remark(finding: FillerFinding): string {
  return [finding.code, finding.code === 'tooFast' ? '' : finding.text, ...finding.questions].join('\n');
}

function words(finding: FillerFinding): string {
  const { code, questions } = finding;
  if (code !== 'tooFast') return i18n.t(`honesty.filler.${code}`, [finding.text, String(questions.length)]);
  const seconds = String(Math.max(1, Math.ceil(finding.took / 1000)));
  return i18n.t('honesty.filler.tooFast', [String(questions.length), seconds]);
}
