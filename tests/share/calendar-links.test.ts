import { describe, expect, it } from 'vitest';
import { calendarEvent } from '../../lib/share/calendar-event';
import { googleLink, MAX_LINK, outlookLink } from '../../lib/share/calendar-links';
import { meeting } from '../domain/meetings';

const eventOf = (text = '1. Costs & dates\n2. More', changes: Parameters<typeof meeting>[0] = {}) => {
  const event = calendarEvent(meeting(changes), 'Acme: what waiting costs', text);
  if (!event) throw new Error('no date');
  return event;
};
const parameters = (href: string) => Object.fromEntries(new URL(href).searchParams);
const DAY = { when: { kind: 'day', day: '2026-12-31' } } as const;

describe('calendar links', () => {
  it('fill in Google’s form', () => {
    const { href, cut } = googleLink(eventOf());
    expect(new URL(href).origin).toBe('https://calendar.google.com');
    expect(parameters(href)).toEqual({
      action: 'TEMPLATE',
      text: 'Acme: what waiting costs',
      dates: '20261201T090000Z/20261201T093000Z',
      ctz: 'Europe/Berlin',
      add: 'ana@acme.example',
      details: '1. Costs & dates\n2. More',
    });
    expect(cut).toBe(false);
    expect(parameters(googleLink(eventOf('', DAY)).href).dates).toBe('20261231/20270101');
  });

  it('fill in Outlook’s form, at work and at home', () => {
    const links = (['work', 'home'] as const).map((account) => outlookLink(eventOf(), account).href);
    expect(links.map((href) => new URL(href).host)).toEqual(['outlook.office.com', 'outlook.live.com']);
    expect(parameters(links[0] ?? '')).toMatchObject({
      rru: 'addevent',
      subject: 'Acme: what waiting costs',
      startdt: '2026-12-01T09:00:00Z',
      enddt: '2026-12-01T09:30:00Z',
      to: 'ana@acme.example',
    });
    expect(parameters(outlookLink(eventOf('', DAY), 'work').href)).toMatchObject({
      allday: 'true',
      startdt: '2026-12-31',
      enddt: '2027-01-01',
    });
  });

  it('cut a long agenda at a sentence, and say so', () => {
    const { href, cut } = googleLink(eventOf('Über das reden wir. '.repeat(300)));
    expect(href.length).toBeLessThanOrEqual(MAX_LINK);
    expect(parameters(href).details).toMatch(/wir\.$/);
    expect(cut).toBe(true);
  });
});
