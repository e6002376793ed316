import { api, LightningElement } from 'lwc';

/** The whole record page. `page` is what `shell/page.js` makes of a record. */
export default class RecordHomeFlexipage2 extends LightningElement {
  @api page;
}
