'use strict';

/* One requirement on the page: what its form holds, what is known to be saved, and what is told beside it. */
class VisitRow {
  static #fields = ['fulfilment', 'sampleMet', 'sampleTaken', 'source', 'evidence'];

  #section;
  #form;
  #status;
  #notice;

  /* What is typed and not saved: { values, seen, order, attempt }. Null: the form is as it was saved. */
  entry = null;

  /* Not sent until somebody has done something about it. */
  isStopped = false;
  isTyping = false;

  constructor(section, seen) {
    this.#section = section;
    this.#form = section.querySelector('form');
    this.#status = section.querySelector('[data-row-status]');
    this.#notice = section.querySelector('[data-row-notice]');
    this.id = section.dataset.row;
    this.seen = seen;
    this.base = this.read();
    this.#offerPhrases();
  }

  get form() {
    return this.#form;
  }

  get hasFocus() {
    return this.#section.contains(document.activeElement);
  }

  read() {
    return Object.fromEntries(VisitRow.#fields.map(name => [name, this.#form.elements[name].value]));
  }

  fill(values) {
    for (const name of VisitRow.#fields)
      this.#form.elements[name].value = values[name];
    // The browser clears a group of radio buttons only one by one.
    for (const level of this.#form.elements.fulfilment)
      level.checked = level.value === values.fulfilment;
  }

  static same(one, other) {
    return VisitRow.#fields.every(name => one[name].trim() === other[name].trim());
  }

  /* A judgement of the API as the form would hold it. */
  static valuesOf(judged) {
    return {
      fulfilment: judged?.fulfilment ?? '',
      sampleMet: judged?.sampleMet?.toString() ?? '',
      sampleTaken: judged?.sampleTaken?.toString() ?? '',
      source: judged?.source ?? '',
      evidence: judged?.evidence ?? '',
    };
  }

  /* The body of the call. */
  static bodyOf(id, values) {
    const number = text => text.trim() === '' ? null : Number(text);
    return {
      requirement: id,
      fulfilment: values.fulfilment,
      sampleMet: number(values.sampleMet),
      sampleTaken: number(values.sampleTaken),
      source: values.source,
      evidence: values.evidence,
      personalNumbers: values.numbers ? { evidence: values.numbers } : null,
    };
  }

  /* What has to be filled in before it can be saved. */
  static missing(values) {
    const [met, taken] = [values.sampleMet.trim(), values.sampleTaken.trim()];
    const missing = [];
    if (values.fulfilment === '')
      missing.push('bedömning');
    if (values.source === '')
      missing.push('källa');
    if ((met === '') !== (taken === '') || ![met, taken].every(text => /^\d{0,6}$/.test(text)))
      missing.push('båda antalen i stickprovet, med siffror');
    if (values.fulfilment !== 'met' && values.evidence.trim() === '')
      missing.push('iakttagelse');
    return missing;
  }

  /* state: '', 'waiting' or 'stopped'. */
  tell(text, state) {
    this.#status.textContent = text;
    this.#section.dataset.state = state;
  }

  tellMissing() {
    const missing = VisitRow.missing(this.entry.values);
    const last = missing.pop();
    return `Fyll i ${missing.length > 0 ? `${missing.join(', ')} och ${last}` : last}.`;
  }

  /* choices: [text, action] */
  notice(title, paragraphs, choices = []) {
    const box = VisitRow.#element('div', 'ds-alert');
    box.dataset.color = 'warning';
    const heading = VisitRow.#element('h3', 'ds-heading', title);
    heading.dataset.size = '2xs';
    box.append(heading, ...paragraphs.map(text => VisitRow.#element('p', '', text)));
    const buttons = choices.map(([text, action]) => {
      const button = VisitRow.#element('button', 'ds-button', text);
      button.type = 'button';
      button.dataset.variant = 'secondary';
      button.addEventListener('click', action);
      return button;
    });
    if (buttons.length > 0) {
      const actions = VisitRow.#element('div', 'page-actions');
      actions.append(...buttons);
      box.append(actions);
    }

    this.#notice.replaceChildren(box);
  }

  clearNotice() {
    this.#notice.replaceChildren();
  }

  /* The words of the form for what somebody else has saved. */
  describe(judged) {
    const field = this.#form.elements;
    const level = [...field.fulfilment].find(choice => choice.value === judged.fulfilment)?.closest('label');
    const source = [...field.source.options].find(option => option.value === judged.source);
    const sample = judged.sampleTaken == null ? '' : ` Stickprov: ${judged.sampleMet} av ${judged.sampleTaken}.`;
    const text = level?.innerText.trim() ?? judged.fulfilment;
    return [
      `Där står nu: ${text}. Källa: ${source?.text ?? judged.source}.${sample}`,
      ...judged.evidence ? [`”${judged.evidence}”`] : [],
    ];
  }

  #offerPhrases() {
    for (const phrase of this.#section.querySelectorAll('[data-phrase]')) {
      const button = VisitRow.#element('button', '', phrase.textContent.trim());
      button.type = 'button';
      button.addEventListener('click', () => this.#add(button.textContent));
      phrase.replaceChildren(button);
    }
  }

  #add(sentence) {
    const evidence = this.#form.elements.evidence;
    const typed = evidence.value.trimEnd();
    evidence.value = typed === '' ? sentence : `${typed} ${sentence}`;
    evidence.dispatchEvent(new Event('input', { bubbles: true }));
    evidence.dispatchEvent(new Event('change', { bubbles: true }));
  }

  static #element(name, style, text = '') {
    const element = document.createElement(name);
    if (style !== '')
      element.className = style;
    element.textContent = text;
    return element;
  }
}
