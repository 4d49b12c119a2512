'use strict';

/* The line at the foot of the page: whether everything is saved, and if not, why and what becomes of it. */
class VisitStatus {
  #element;

  constructor(element) {
    this.#element = element;
  }

  show(now) {
    const [color, text] = VisitStatus.#of(now);
    this.#element.hidden = false;
    this.#element.dataset.color = color;
    if (this.#element.firstChild?.textContent === text)
      return;
    this.#element.textContent = text;
    if (now.contact === 'signed-out' || now.contact === 'other') {
      const link = document.createElement('a');
      link.href = location.pathname;
      link.textContent = 'Logga in igen';
      this.#element.append(' ', link);
    }
  }

  static clock(time) {
    return time.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' }).replace(':', '.');
  }

  /* number: rows that wait; others: rows that somebody has to do something about first. */
  static #of({ contact, number, others, isKept, savedAt }) {
    const wait = number === 1 ? '1 rad väntar på att sparas.' : `${number} rader väntar på att sparas.`;
    const rest = others === 0 ? '' : others === 1 ? ' 1 rad är inte klar.' : ` ${others} rader är inte klara.`;
    const keeps = isKept
      ? 'Det du har skrivit ligger kvar på den här enheten och sparas när du har loggat in igen.'
      : 'Det du har skrivit finns bara på den här sidan. Stäng den inte.';
    if (contact === 'closed')
      return ['danger', 'Det går inte längre att spara i granskningen. Ladda om sidan för att se varför.'];
    if (contact === 'signed-out')
      return ['danger', `Du är inte längre inloggad. ${keeps}`];
    if (contact === 'other')
      return ['danger', `En annan person är inloggad. ${keeps}`];
    if (contact === 'away' && number > 0)
      return ['warning', `Ingen kontakt. ${wait}${rest}${isKept ? '' : ` ${keeps}`}`];
    if (contact === 'away')
      return ['warning', `Ingen kontakt.${rest} Det du skriver sparas när kontakten är tillbaka.`];
    if (number > 0)
      return ['', 'Sparar …'];
    if (savedAt)
      return ['', `Sparat ${VisitStatus.clock(savedAt)}.${rest}`];
    return ['', rest === '' ? 'Raderna sparas medan du skriver.' : rest.trim()];
  }
}
