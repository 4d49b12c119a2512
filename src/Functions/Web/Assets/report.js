'use strict';

/*
 * The two-minute form with script: a draft on the device, one match taken, the unit's services first, and what is too
 * long told of while it is written. A draft is encrypted with a key that comes with the page and is kept nowhere here; it
 * belongs to one person (the scope). Drafts of anybody that are older than a week are erased whenever the form is opened.
 */
(() => {
  const week = 7 * 24 * 3600 * 1000;
  const store = 'drafts';

  const done = request => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

  const open = () => {
    const opening = indexedDB.open('oversight-drafts', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    return done(opening);
  };

  const drafts = db => db.transaction(store, 'readwrite').objectStore(store);

  async function eraseOld(db) {
    const [names, kept] = await Promise.all([done(drafts(db).getAllKeys()), done(drafts(db).getAll())]);
    await Promise.all(names.filter((_, index) => Date.now() - kept[index].at > week)
      .map(name => done(drafts(db).delete(name))));
  }

  const receipt = document.querySelector('[data-draft-done]');
  if (receipt) {
    open().then(db => done(drafts(db).delete(receipt.dataset.draftDone))).catch(console.warn);
    return;
  }

  const page = document.querySelector('.report');
  const form = page && page.querySelector('form');
  if (!form)
    return;
  const unit = form.elements.unitId, service = form.elements.service;
  const units = [...document.querySelectorAll('#falt-unitId-forslag option')];
  const fold = text => text.toLowerCase().normalize('NFC').replace(/[\s,–-]+/g, ' ').trim();

  /* What is typed, when it can mean one unit only. */
  function found() {
    const typed = fold(unit.value);
    if (!typed)
      return null;
    const words = typed.split(' ');
    const exact = units.filter(option => fold(option.value) === typed);
    const matches = exact.length > 0 ? exact : units.filter(option => words.every(word => fold(option.value).includes(word)));
    return matches.length === 1 ? matches[0] : null;
  }

  function offer(option) {
    const own = option && option.dataset.tags ? option.dataset.tags.split(' ') : [];
    const chosen = service.value;
    const all = [...service.querySelectorAll('option')].filter(choice => choice.value);
    service.querySelectorAll('optgroup').forEach(group => group.remove());
    all.forEach(choice => choice.remove());
    if (own.length === 0) {
      service.append(...all);
    } else {
      for (const [label, isOwn] of [['Enhetens insatser', true], ['Andra', false]]) {
        const group = document.createElement('optgroup');
        group.label = label;
        group.append(...all.filter(choice => own.includes(choice.value) === isOwn));
        if (group.children.length > 0)
          service.append(group);
      }
    }

    const only = all.filter(choice => own.includes(choice.value));
    service.value = chosen || (only.length === 1 ? only[0].value : '');
  }

  unit.addEventListener('change', () => {
    const one = found();
    if (one)
      unit.value = one.value;
    offer(one);
  });

  function count(limit) {
    const field = document.getElementById(limit.id.replace(/-grans$/, ''));
    const most = Number(limit.dataset.limit), numbers = new Intl.NumberFormat('sv-SE');
    const told = limit.textContent;
    const show = () => {
      const over = field.value.length > most;
      limit.toggleAttribute('data-over', over);
      limit.textContent = over
        ? `${numbers.format(field.value.length)} tecken. Högst ${numbers.format(most)}: korta texten med ${numbers.format(field.value.length - most)}.`
        : told;
    };
    field.addEventListener('input', show);
    show();
  }

  document.querySelectorAll('.field-limit[data-limit]').forEach(count);

  const kept = () => [...new FormData(form)].filter(([name, value]) =>
    typeof value === 'string' && !['_key', '_version', 'board'].includes(name) && value !== ''
    && form.elements[name] && form.elements[name].type !== 'hidden');

  function fill(values) {
    for (const [name, value] of values) {
      const field = form.elements[name];
      if (!field)
        continue;
      if (field instanceof RadioNodeList)
        field.value = value;
      else if (field.type === 'checkbox')
        field.checked = true;
      else
        field.value = value;
    }
    offer(found());
    form.querySelectorAll('details').forEach(details => {
      details.open = [...details.querySelectorAll('input, textarea')].some(field => field.type !== 'file' && field.value);
    });
    form.dispatchEvent(new Event('drafted'));
  }

  async function keep() {
    const db = await open();
    await eraseOld(db);
    const scope = page.dataset.draft;
    const raw = Uint8Array.from(atob(page.dataset.key), letter => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const parameters = iv => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(scope) });
    const notice = page.querySelector('.report-draft');
    const entry = await done(drafts(db).get(scope));
    if (entry && page.dataset.fresh) {
      const text = await crypto.subtle.decrypt(parameters(entry.iv), key, entry.box);
      fill(JSON.parse(new TextDecoder().decode(text)));
      const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short' }).format(entry.at);
      notice.querySelector('span').textContent = `Ditt utkast från ${day} är framme igen. Det finns bara på den här enheten.`;
      notice.hidden = false;
      notice.querySelector('button').addEventListener('click', async () => {
        await done(drafts(db).delete(scope));
        form.reset();
        offer(null);
        notice.hidden = true;
      });
    }

    // data-saved stands on the page when all that is typed is kept, and is gone while something is not.
    let turn = Promise.resolve(), timer = 0, saves = 0;
    const save = () => {
      clearTimeout(timer);
      timer = 0;
      turn = turn.then(async () => {
        const values = kept();
        if (values.length === 0)
          return done(drafts(db).delete(scope));
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const box = await crypto.subtle.encrypt(parameters(iv), key, new TextEncoder().encode(JSON.stringify(values)));
        return done(drafts(db).put({ at: Date.now(), iv, box }, scope));
      }).then(() => {
        saves++;
        if (!timer)
          page.dataset.saved = String(saves);
      }).catch(console.warn);
    };
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(save, 300);
      delete page.dataset.saved;
    });
    // A phone may end a hidden page without telling it again.
    document.addEventListener('visibilitychange', () => document.hidden && save());
    addEventListener('pagehide', save);
    page.dataset.saved = '0';
  }

  if (page.dataset.draft)
    keep().catch(console.warn);
})();
