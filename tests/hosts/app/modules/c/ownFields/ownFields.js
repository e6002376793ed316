import { api, LightningElement } from 'lwc';

/** A component of the org's own making, of which no adapter knows. */
export default class OwnFields extends LightningElement {
  @api fields;
}
