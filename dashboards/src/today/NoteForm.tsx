import { useEffect, useRef } from 'preact/hooks'
import { text } from '../text'

const t = text.facilitator

/** What one wrote or said to a learner. Ctrl-Enter saves, Escape leaves. */
export function NoteForm({ name, onSave, onCancel }: { name: string; onSave: (note: string) => void; onCancel: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => area.current?.focus(), [])
  const save = (event?: Event) => {
    event?.preventDefault()
    onSave(area.current!.value.trim())
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event)
  }
  return (
    <form class="note-form" onSubmit={save} onKeyDown={onKey} aria-label={`${t.changes.contacted}: ${name}`}>
      <label>{t.note}<textarea ref={area} rows={2} maxLength={4000} /></label>
      <div class="actions">
        <button class="small-button is-first" type="submit">{t.save}</button>
        <button class="small-button" type="button" onClick={onCancel}>{t.cancel}</button>
      </div>
    </form>
  )
}
