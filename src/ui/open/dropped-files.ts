/** The files of a drop, of a dialog or of a paste, with the folders they lie in. */
import type { OwnSource, PlacedFile } from '../../state/read-session.ts';

/** Files of a folder that are looked at: who drops a whole disk is not kept waiting. */
const MOST_FILES = 2000;

/** Whether something that is dragged is a file. */
export const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** Files as a dialog gives them. */
export function chosenFiles(files: Iterable<File>): OwnSource {
  return { kind: 'files', files: [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file })) };
}

/**
 * The files that were dropped, those of folders included. To be called while the drop is handled: a browser forgets it after that.
 */
export async function droppedFiles(data: DataTransfer): Promise<OwnSource> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(data.files);
  const files: PlacedFile[] = [];
  for (const entry of entries) await gather(entry, files);
  return { kind: 'files', files };
}

async function gather(entry: FileSystemEntry, files: PlacedFile[]): Promise<void> {
  if (files.length >= MOST_FILES) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    files.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives its entries in pieces, and none when it has given all.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return;
    for (const one of piece) await gather(one, files);
  }
}
