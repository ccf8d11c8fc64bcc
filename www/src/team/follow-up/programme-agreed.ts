// One department's agreement to the programme as it stands.
import { html, type TemplateResult } from 'lit';
import { today } from '../../kit/format.ts';
import { t } from '../../kit/texts.ts';
import { define } from '../part.ts';
import { EntryPanel } from './entry-panel.ts';
import type { Problem } from '../../engine/engine.ts';

export class ProgrammeAgreed extends EntryPanel {
  protected readonly panel = 'agreed';

  override render(): TemplateResult {
    const fields = this.fields();
    return html`<form @submit=${this.submit} novalidate>
      <div class="row-fields">
        ${fields.text('department', t('follow.department'), { maxlength: 64 })} ${this.authorField(fields, 'follow.agreedBy')} ${this.dateField(fields)}
      </div>
      ${fields.rest()}
      <div class="actions"><button>${t('follow.agreedSave')}</button></div>
    </form>`;
  }

  private submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { agreed = [], ...kept } = this.view.programme!;
    const entry = { department: this.read('department'), author: this.author, date: this.read('date', today()) };
    await this.save({ list: 'programme', draft: { ...kept, agreed: [...agreed, entry] }, done: 'follow.agreedSaved', must: entry });
  };

  /** The engine names the place within the whole programme. */
  protected override placed(problem: Problem): Problem {
    return { ...problem, pointer: problem.pointer.replace(/^\/agreed\/\d+/, '') };
  }
}

define('kaohe-programme-agreed', ProgrammeAgreed);
