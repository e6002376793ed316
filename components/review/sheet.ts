/** A deal on one sheet in words: what is printed, and what leaves as Markdown. */
import { i18n } from '#i18n';
import type { IsoDay } from '../../lib/domain/day';
import { FIELDS } from '../../lib/domain/deal';
import type { DealSheet, SheetItem } from '../../lib/domain/deal-sheet';
import { isDue } from '../../lib/domain/phase';
import type { Question } from '../../lib/domain/playbook';
import type { KeptReview } from '../../lib/domain/review';
import type { GapReason } from '../../lib/domain/score';
import { eventDay } from '../../lib/domain/urgency';
import type { DealView } from '../../lib/domain/view';
import { day, instant } from '../format';
import { claim, fieldWords } from '../panel/words';
import { nameWords } from '../theirs/words';

/** Reasons that what was claimed does not say by itself. */
const NOT_IN_CLAIM: readonly GapReason[] = ['unanswered', 'recheck', 'stale'];

/** `whose`: who handed it over; `null` of a deal of one's own. */
export function sheetOf(
  view: DealView,
  reviews: readonly KeptReview[],
  today: IsoDay,
  whose: readonly string[] | null,
): DealSheet {
  const { facts, score, answers, playbook, phase } = view;
  const { firmness } = score;
  const event = eventDay(answers);
  const phaseName = i18n.t(`words.phase.${phase}`);
  const item = (question: Question, more: string): SheetItem => {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    const said = answer ? claim(answer, today) : '';
    return { text: question.prompt, more: sentence([more, said]), quote: answer?.quote ?? '' };
  };
  const gaps = score.gaps.filter(({ observed }) => !observed);
  const firm = score.terms.filter(({ gap, counts, observed }) => gap === null && counts && !observed);
  const later = playbook.questions.filter(({ id, phase: due }) => !isDue(due, phase) && Object.hasOwn(answers, id));
  const { next } = score;
  const parts = [
    { heading: i18n.t('panel.ask.label'), items: next ? [{ text: next.ask, more: '', quote: '' }] : [] },
    {
      heading: i18n.t('review.sheetParts.gaps'),
      items: gaps.map(({ question, gap }) =>
        item(question, gap && NOT_IN_CLAIM.includes(gap) ? i18n.t(`words.gap.${gap}`) : ''),
      ),
    },
    { heading: i18n.t('review.sheetParts.firm'), items: firm.map(({ question }) => item(question, '')) },
    { heading: i18n.t('review.sheetParts.later'), items: later.map((question) => item(question, '')) },
    { heading: i18n.t('review.sheetParts.asked'), items: asked(reviews, today) },
  ];
  return {
    title: facts.name?.text ?? i18n.t('recent.noName'),
    under:
      firmness === null
        ? i18n.t('review.sheetUnderNone', [phaseName, day(today, '')])
        : i18n.t('review.sheetUnder', [phaseName, String(firmness), day(today, '')]),
    facts: [
      ...(whose ? [{ name: i18n.t('theirs.whose'), value: nameWords(whose) }] : []),
      ...FIELDS.filter((field) => field !== 'name').flatMap((field) => {
        const value = fieldWords(view, field, today);
        return value ? [{ name: i18n.t(`words.field.${field}`), value }] : [];
      }),
      ...(event ? [{ name: i18n.t('panel.answer.on'), value: day(event, today) }] : []),
    ],
    parts: parts.filter(({ items }) => items.length > 0),
  };
}

/** Clauses as one line that begins as a line does. */
function sentence(clauses: readonly string[]): string {
  const line = clauses.filter(Boolean).join(' - ');
  return line.slice(0, 1).toLocaleUpperCase(i18n.t('lang')) + line.slice(1);
}

function asked(reviews: readonly KeptReview[], today: IsoDay): SheetItem[] {
  const last = reviews[0];
  if (!last) return [];
  const by = last.followUp ? i18n.t('review.asked.by', [day(last.followUp, today)]) : '';
  const on = i18n.t('review.asked.on', [instant(last.at)]);
  return [{ text: last.ask || on, more: by || (last.ask ? on : ''), quote: last.reply?.text ?? '' }];
}
