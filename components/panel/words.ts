/** The domain's codes in words. */
import { i18n } from '#i18n';
import type { Answer } from '../../lib/domain/answer';
import { fromCustomer } from '../../lib/domain/answer';
import type { IsoDay } from '../../lib/domain/day';
import type { Field } from '../../lib/domain/deal';
import { rungCounted } from '../../lib/domain/honesty';
import type { Sighting, Term } from '../../lib/domain/score';
import type { DealView } from '../../lib/domain/view';
import { ago, day, money, points } from '../format';

/** How a question stands, as its mark shows it. */
export type Standing = 'firm' | 'partial' | 'open' | 'again' | 'left';

/** How a question stands, for its mark in the list. */
export function standingOf(term: Term): Standing {
  if (term.answer?.verdict === 'notApplicable') return 'left';
  if (!term.answer || (term.observed && term.gap)) return 'open';
  if (!term.gap) return 'firm';
  if (term.gap === 'recheck' || term.gap === 'stale') return 'again';
  return term.gap === 'unknown' ? 'open' : 'partial';
}

/** The one or two words beside a question in a list. */
export function standingWord(term: Term, answer: Answer | undefined, today: IsoDay): string {
  if (answer?.verdict === 'notApplicable') return i18n.t('words.verdict.notApplicable');
  if (answer?.verdict === 'unknown' && answer.knowBy) return i18n.t('words.knowBy', [day(answer.knowBy, today)]);
  if (!term.gap) return answer?.rung ? i18n.t(`words.rung.${answer.rung}`) : '';
  return i18n.t(`words.gap.${term.gap}`);
}

const PLACES = ['detail', 'field', 'header', 'label', 'lookup', 'path'] as const;

/** Where on the page a field was read, from the code of the adapter's alternative. */
export function readFrom(code: string): string {
  if (code.startsWith('taught-')) return i18n.t('panel.deal.from.taught');
  return i18n.t(`panel.deal.from.${PLACES.find((place) => place === code) ?? 'page'}`);
}

/** Where an answer comes from: "said by Ana Ruiz 10 days ago". */
export function source(answer: Answer, today: IsoDay): string {
  const when = ago(answer.evidenceOn, today);
  if (answer.verdict === 'unknown') {
    return answer.knowBy ? i18n.t('panel.why.unknownBy', [day(answer.knowBy, today)]) : i18n.t('panel.why.unknown');
  }
  if (answer.verdict === 'notApplicable') return i18n.t('panel.why.left');
  if (!answer.rung || answer.rung === 'guess') return i18n.t('panel.why.guessed');
  if (answer.rung === 'sign') return i18n.t('panel.why.signed', [when]);
  return answer.who
    ? i18n.t(`panel.why.${answer.rung}By`, [answer.who, when])
    : i18n.t(`panel.why.${answer.rung}`, [when]);
}

/** `source`, with the verdict where that is not a plain yes: "partly, said by Ana Ruiz today". */
export function claim(answer: Answer, today: IsoDay): string {
  const from = source(answer, today);
  return answer.verdict === 'partly' || answer.verdict === 'no' ? i18n.t(`panel.why.${answer.verdict}`, [from]) : from;
}

/** What happened since the evidence: "the close date moved (15 Dec → 31 Jan)". */
export function sightingWords({ event, what }: Sighting): string {
  return i18n.t(`panel.sighting.${event}`, [what]);
}

/** Why a term is worth what it is, in clauses. */
export function termWhy(term: Term, answer: Answer | undefined, today: IsoDay): string {
  if (term.observed) return i18n.t(`meeting.reason.${term.observed}`);
  if (!answer) return i18n.t('panel.why.nothing');
  const clauses = [claim(answer, today)];
  if (rungCounted(term.question.id, answer) !== answer.rung) clauses.push(i18n.t('honesty.counted'));
  if (fromCustomer(answer.rung) || answer.rung === 'sign') {
    const { freshDays } = term.question;
    if (term.freshValue < 1) clauses.push(i18n.t('panel.why.stale', freshDays, [String(freshDays)]));
    if (term.recheck) clauses.push(i18n.t('panel.why.changed', [sightingWords(term.recheck)]));
  }
  return clauses.join('; ');
}

/** One line of the sum: "2.4 of 3 points: said by Ana Ruiz 10 days ago". */
export function termLine(term: Term, answer: Answer | undefined, today: IsoDay): string {
  const why = termWhy(term, answer, today);
  return term.counts ? i18n.t('panel.why.term', [points(term.points), points(term.question.weight), why]) : why;
}

/** A field of the deal: amounts and dates as the person's browser writes them, else the text as it stands; `''` where there is none. */
export function fieldWords({ facts }: DealView, field: Field, today: IsoDay): string {
  if (field === 'amount' && facts.amount?.value) return money(facts.amount.value);
  if (field === 'closeDate' && facts.closeDate?.value) return day(facts.closeDate.value, today);
  return facts[field]?.text ?? '';
}
