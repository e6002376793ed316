/** A site that the person turned Footing on for, and the CRM that runs there. */
import type { Taught } from '../domain/taught';
import type { AdapterId } from './adapter';

/**
 * Salesforce Lightning needs none of these: its addresses are known, and are in the manifest. `taught`
 * is a CRM that no adapter knows, read by what the person pointed at.
 */
export interface Site {
  /** As in `location.origin`: `https://crm.example.com`, `http://localhost:8069`. */
  origin: string;
  crm: AdapterId;
  /** What the person taught of its pages: a copy of what the log has, for where the log is out of reach. */
  taught?: Pick<Taught, 'address' | 'fields'>;
}
