/** Text made safe for HTML and SVG, attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return String(value)
  const size = Math.abs(value)
  return size >= 100 ? value.toFixed(0) : size >= 10 ? value.toFixed(1) : value.toFixed(2)
}

/** Cells are HTML already. The first column names the row. */
export function htmlTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: string) =>
    row.map((cell, index) => `<${index === 0 ? 'th' : tag}>${cell}</${index === 0 ? 'th' : tag}>`).join('')
  return [
    '<table><thead><tr>',
    cells(head, 'th'),
    '</tr></thead><tbody>',
    ...rows.map((row) => `<tr>${cells(row, 'td')}</tr>`),
    '</tbody></table>',
  ].join('\n')
}
