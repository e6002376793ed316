import { LightningElement } from 'lwc';

export default class RecordLayoutSection extends LightningElement {}
