import { api, LightningElement } from 'lwc';

export default class HighlightsPrimaryRow extends LightningElement {
  @api entity;
}
