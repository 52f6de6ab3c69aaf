/**
 * Moves the rows of an `order` at once. The neighbour changes places, and not the row, so that the
 * button that was pressed keeps the focus; where the row has come to an end, the button that leads back
 * has it. Where the row is now is said to those who listen.
 */
export function moveRows(page: Document) {
  page.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('.order-way');
    const row = button?.closest('li');
    const list = row?.parentElement;
    if (!button || !row || !list) return;
    event.preventDefault();
    const isUp = button.matches('.order-up');
    const neighbour = isUp ? row.previousElementSibling : row.nextElementSibling;
    if (isUp && neighbour) row.after(neighbour);
    else if (neighbour) row.before(neighbour);
    const rows = [...list.children];
    const isAtEnd = row === (isUp ? rows[0] : rows.at(-1));
    const back = isUp ? '.order-down' : '.order-up';
    (isAtEnd ? row.querySelector<HTMLElement>(back) : button)?.focus();
    say(list, row, rows.indexOf(row) + 1);
  });
}

function say(list: HTMLElement, row: HTMLElement, place: number) {
  const status = list.parentElement?.querySelector('[role="status"]');
  const item = row.querySelector('.order-words')?.textContent ?? '';
  const said = list.dataset.moved ?? '';
  if (status) status.textContent = said.split('{item}').join(item).replace('{place}', `${place}`);
}
