// What the engine practises on before somebody opens a workbook: forms of three kinds of raters, and records with a ladder over
// three months. The single file carries both packed (build/slim.ts).
import records from '../../../samples/s7/2026-10.json?raw';
import ratings from '../../../samples/s9/2026-10.json?raw';

export const practice: string[] = [ratings, records];
