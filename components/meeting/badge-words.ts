import { i18n } from '#i18n';
import type { Reminders } from '../../lib/state/reminders';

/** What the toolbar icon says when pointed at. */
export function badgeWords({ late, drafts, back }: Reminders): string {
  const parts = [
    ...(late > 0 ? [i18n.t('meeting.badge.late', late)] : []),
    ...(drafts > 0 ? [i18n.t('meeting.badge.draft', drafts)] : []),
    ...(back > 0 ? [i18n.t('decision.badge', back)] : []),
  ];
  return parts.length === 0 ? i18n.t('meeting.badge.none') : parts.join('\n');
}
