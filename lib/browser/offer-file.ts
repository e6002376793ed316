/** Hands a file to the browser's downloads. It is made here and goes nowhere else. */
export function offerFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download holds the file by now; the address would hold it as long as the page is open.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
