// form.html: one form, and nothing else in the file.
import { begin } from './begin.ts';

begin({ home: 'form' });
