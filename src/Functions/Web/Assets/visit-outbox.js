'use strict';

/*
 * What has been typed and is not saved yet, kept in the browser so that it outlives a lost connection, a closed page
 * and an ended session. Encrypted with AES-GCM: the key comes with the page and is kept nowhere here. An entry belongs
 * to one person and one review (the scope); entries of another scope are never read.
 */
class VisitOutbox {
  static #database = 'oversight-visit';
  static #store = 'rows';

  #db;
  #key;
  #scope;
  #last = Promise.resolve();

  constructor(db, key, scope) {
    this.#db = db;
    this.#key = key;
    this.#scope = scope;
    // Another page of ours is emptying it: let go, or it would wait for this one.
    db.onversionchange = () => db.close();
  }

  static async open(scope, base64) {
    const raw = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
    const opening = indexedDB.open(VisitOutbox.#database, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(VisitOutbox.#store);
    return new VisitOutbox(await VisitOutbox.#done(opening), key, scope);
  }

  /* Everything of everybody, unread: for signing out. */
  static erase() {
    return VisitOutbox.#done(indexedDB.deleteDatabase(VisitOutbox.#database));
  }

  async all() {
    const store = this.#db.transaction(VisitOutbox.#store).objectStore(VisitOutbox.#store);
    const range = IDBKeyRange.bound(`${this.#scope}|`, `${this.#scope}|\uffff`);
    const [names, kept] = await Promise.all(
      [VisitOutbox.#done(store.getAllKeys(range)), VisitOutbox.#done(store.getAll(range))]);
    const entries = new Map();
    for (const [index, name] of names.entries()) {
      const row = name.slice(this.#scope.length + 1);
      const entry = await this.#read(row, kept[index]);
      if (entry)
        entries.set(row, entry);
    }

    return entries;
  }

  /* Null: damaged, and nobody can read it any more. */
  async #read(row, { iv, box }) {
    try {
      const text = await crypto.subtle.decrypt(this.#parameters(row, iv), this.#key, box);
      return JSON.parse(new TextDecoder().decode(text));
    } catch (failure) {
      console.warn(`What was kept of ${row} cannot be read.`, failure);
      return null;
    }
  }

  put(row, entry) {
    const text = new TextEncoder().encode(JSON.stringify(entry));
    return this.#inTurn(async () => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const box = await crypto.subtle.encrypt(this.#parameters(row, iv), this.#key, text);
      await this.#write(store => store.put({ iv, box }, `${this.#scope}|${row}`));
    });
  }

  remove(row) {
    return this.#inTurn(() => this.#write(store => store.delete(`${this.#scope}|${row}`)));
  }

  /* An older text must not be written over a newer one. */
  #inTurn(action) {
    const turn = this.#last.then(action);
    this.#last = turn.catch(() => { /* Told to whoever asked for it; the next has its own turn. */ });
    return turn;
  }

  #write(action) {
    const transaction = this.#db.transaction(VisitOutbox.#store, 'readwrite', { durability: 'strict' });
    action(transaction.objectStore(VisitOutbox.#store));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
  }

  /* Bound to its place: an entry cannot be moved to another row. */
  #parameters(row, iv) {
    return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${this.#scope}|${row}`) };
  }

  static #done(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
}
