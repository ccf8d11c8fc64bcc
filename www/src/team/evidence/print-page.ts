// How the pages of a print lie. @page holds for a document and never for a shadow root, so it goes into the document's head for
// as long as what is to be printed is shown.
const style = document.createElement('style');

/** Numbered pages, since a table may run over many; where a browser knows no page numbers it leaves them out. */
const NUMBERED = "@bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt sans-serif; }";

export function layPages(orientation: 'portrait' | 'landscape'): void {
  style.textContent = `@page { size: A4 ${orientation}; ${NUMBERED} }`;
  document.head.append(style);
}

export function leavePages(): void {
  style.remove();
}
