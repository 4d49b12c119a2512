'use strict';

/*
 * Besöksläge: saves each row as one works. What is typed goes into the outbox first and leaves it when the server has
 * it. A row is sent with the version at which it was seen, and a repeat with the key of the first attempt, so that it
 * is written once.
 */
(async () => {
  const typingPause = 1000;
  const retryAfter = 5000;
  const suspectedNumber = 'text.personal-number-suspected';
  const page = document.querySelector('[data-visit]');
  const server = new VisitServer(page.dataset.address, page.dataset.outbox);
  const line = new VisitStatus(page.querySelector('[data-status]'));
  const judged = document.querySelector('[data-judged]');
  const rows = [...page.querySelectorAll('[data-row]')].map(section =>
    new VisitRow(section, Number(section.querySelector('[name=_version]').value)));

  let contact = navigator.onLine ? 'ok' : 'away';
  let savedAt = null;
  let isKept = true;
  let isSending = false;
  /* Somebody else may have signed in beside this page: to be asked before anything is sent in that person's name. */
  let isSure = true;
  let retry = 0;

  const outbox = await openOutbox();
  await restore();
  for (const row of rows)
    listen(row);
  window.addEventListener('online', () => { contact = 'ok'; flush(); });
  window.addEventListener('offline', () => { contact = 'away'; show(); });
  document.addEventListener('visibilitychange', () => { isSure = false; flush(); });
  window.addEventListener('blur', () => { isSure = false; });
  document.querySelector('a[href="/logga-ut"]')?.addEventListener('click', leave);
  await flush();

  async function openOutbox() {
    try {
      return await VisitOutbox.open(page.dataset.outbox, page.dataset.key);
    } catch (failure) {
      console.warn('Nothing can be kept in this browser.', failure);
      isKept = false;
      return null;
    }
  }

  async function restore() {
    const kept = await outbox?.all() ?? new Map();
    for (const row of rows.filter(row => kept.has(row.id))) {
      row.entry = kept.get(row.id);
      row.fill(row.entry.values);
    }
  }

  function listen(row) {
    let pause = 0;
    row.form.addEventListener('input', () => {
      clearTimeout(pause);
      row.isTyping = true;
      pause = setTimeout(() => { row.isTyping = false; flush(); }, typingPause);
      changed(row);
    });
    row.form.addEventListener('change', () => {
      clearTimeout(pause);
      row.isTyping = false;
      flush();
    });
    row.form.addEventListener('submit', event => {
      event.preventDefault();
      clearTimeout(pause);
      row.isTyping = false;
      changed(row);
      if (row.entry && VisitRow.missing(row.entry.values).length > 0)
        row.notice('Raden kan inte sparas än', [row.tellMissing()]);
      flush();
    });
  }

  function changed(row) {
    const values = row.read();
    if (!row.entry?.attempt && VisitRow.same(values, row.base)) {
      row.entry = null;
    } else {
      row.entry ??= { seen: row.seen, order: Date.now(), attempt: null };
      row.entry.values = values;
    }

    row.isStopped = false;
    row.clearNotice();
    keep(row);
    show();
  }

  async function keep(row) {
    try {
      await (row.entry ? outbox?.put(row.id, row.entry) : outbox?.remove(row.id));
    } catch (failure) {
      console.warn('A row could not be kept in this browser.', failure);
      isKept = false;
      show();
    }
  }

  /* Those that can be sent, in the order in which they were begun. */
  function waiting() {
    return rows
      .filter(row => row.entry && !row.isStopped
        && (row.entry.attempt || VisitRow.missing(row.entry.values).length === 0))
      .sort((one, other) => one.entry.order - other.entry.order);
  }

  async function flush() {
    if (isSending)
      return;
    isSending = true;
    clearTimeout(retry);
    try {
      for (let row; contact !== 'closed' && (row = waiting().find(row => row.entry.attempt || !row.isTyping));) {
        show();
        if (!navigator.onLine)
          contact = 'away';
        else if (isSure || await isMine())
          contact = await send(row);
        if (contact !== 'ok')
          break;
      }
    } finally {
      isSending = false;
    }

    if (contact !== 'ok' && contact !== 'closed')
      isSure = false;
    show();
    if (waiting().length > 0 && contact !== 'closed')
      retry = setTimeout(flush, contact === 'ok' ? typingPause : retryAfter);
  }

  async function isMine() {
    contact = await server.ask();
    isSure = contact === 'ok' && document.hasFocus();
    return contact === 'ok';
  }

  async function send(row) {
    const entry = row.entry;
    // What was under way when the answer was lost is sent again as it was: it may have been written.
    entry.attempt ??= { key: crypto.randomUUID(), values: entry.values, seen: entry.seen, tries: 0 };
    const attempt = entry.attempt;
    attempt.tries++;
    await keep(row);
    row.tell('Sparar …', 'waiting');
    const { contact, status, told } = await server.judge(row.id, attempt);
    if (contact !== 'ok')
      return contact;
    row.entry.attempt = null;
    if (status === 200)
      saved(row, attempt, told);
    else if (status === 409)
      conflicting(row, told.current, told.version);
    else
      refused(row, told);
    await keep(row);
    return 'ok';
  }

  function saved(row, attempt, review) {
    const stands = VisitRow.valuesOf(judgementOf(review, row.id));
    const squeezed = text => text.replace(/\s+/g, '');
    // The answer to a repeat tells what stands now, which somebody else may have written since.
    if (attempt.tries > 1 && attempt.values.numbers !== 'remove' && (squeezed(stands.evidence)
      !== squeezed(attempt.values.evidence) || stands.fulfilment !== attempt.values.fulfilment)) {
      conflicting(row, review, review.version);
      return;
    }

    savedAt = new Date();
    row.seen = review.version;
    row.base = stands;
    if (VisitRow.same(row.entry.values, attempt.values)) {
      row.entry = null;
      if (attempt.values.numbers === 'remove')
        row.fill(stands);
      row.tell(`Sparat ${VisitStatus.clock(savedAt)}.`, '');
    } else {
      row.entry.seen = review.version;
    }

    judged.textContent = review.judgements.length;
    refresh(review);
  }

  /* What others have written on rows that nobody is writing on here. */
  function refresh(review) {
    for (const row of rows.filter(row => !row.entry && !row.hasFocus)) {
      const stands = VisitRow.valuesOf(judgementOf(review, row.id));
      row.seen = review.version;
      if (VisitRow.same(stands, row.base))
        continue;
      row.base = stands;
      row.fill(stands);
      row.tell('Sparat av en annan granskare.', '');
    }
  }

  function conflicting(row, review, version) {
    const theirs = judgementOf(review, row.id);
    row.isStopped = true;
    row.notice(
      'Någon annan har sparat raden medan du skrev',
      [...row.describe(theirs), 'Det du har skrivit står kvar ovanför och är inte sparat.'],
      [
        ['Spara det jag har skrivit', () => resume(row, () => { row.entry.seen = version; })],
        ['Behåll det som står', () => resume(row, () => {
          row.seen = version;
          row.base = VisitRow.valuesOf(theirs);
          row.fill(row.base);
          row.entry = null;
          row.tell('Sparat av en annan granskare.', '');
        })],
      ]);
  }

  function refused(row, problem) {
    const reasons = Object.values(problem.errors ?? {}).flat();
    row.isStopped = true;
    const answers = reasons.some(reason => reason.code === suspectedNumber)
      ? [['Ta bort det', 'remove'], ['Det är ett annat nummer – behåll det', 'other']]
      : [];
    row.notice(
      'Raden är inte sparad',
      reasons.length > 0 ? reasons.map(reason => reason.message) : [problem.title],
      answers.map(([text, answer]) => [text, () => resume(row, () => {
        row.entry.values = { ...row.entry.values, numbers: answer };
      })]));
  }

  function resume(row, change) {
    change();
    row.isStopped = false;
    row.clearNotice();
    keep(row);
    flush();
  }

  function judgementOf(review, id) {
    return review.judgements.find(judgement => judgement.requirement === id);
  }

  function show() {
    for (const row of rows.filter(row => row.entry)) {
      if (row.isStopped)
        row.tell('Inte sparat.', 'stopped');
      else if (!row.entry.attempt && VisitRow.missing(row.entry.values).length > 0)
        row.tell(`Inte sparat än. ${row.tellMissing()}`, 'waiting');
      else
        row.tell('Väntar på att sparas.', 'waiting');
    }

    const number = waiting().length;
    line.show({ contact, number, others: unsaved() - number, isKept, savedAt });
  }

  function unsaved() {
    return rows.filter(row => row.entry).length;
  }

  /* Signing out erases what is kept here, so whoever has something unsaved is asked first. */
  async function leave(event) {
    event.preventDefault();
    const address = event.currentTarget.href;
    const number = unsaved();
    const question = number === 1
      ? '1 rad är inte sparad. Den raderas om du loggar ut. Logga ut ändå?'
      : `${number} rader är inte sparade. De raderas om du loggar ut. Logga ut ändå?`;
    if (number > 0 && !confirm(question))
      return;
    if (outbox)
      await VisitOutbox.erase();
    location.assign(address);
  }
})();
