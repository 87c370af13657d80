import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { text } from '../text'

const t = text.facilitator

/** What one wrote or said to a learner. Ctrl-Enter saves, Escape leaves. */
export function NoteForm({ name, onSave, onCancel }: { name: string; onSave: (note: string) => Promise<void>; onCancel: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [isSaving, setSaving] = useState(false)
  // Before the browser paints, as the next key may come before it does; on the list it would mean an action.
  useLayoutEffect(() => area.current?.focus(), [])
  const save = async (event: Event) => {
    event.preventDefault()
    if (isSaving) return
    setSaving(true)
    await onSave(area.current!.value.trim())
    setSaving(false)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event)
  }
  return (
    <form class="note-form" onSubmit={event => void save(event)} onKeyDown={onKey} aria-label={`${t.changes.contacted}: ${name}`}>
      <label>{t.note}<textarea ref={area} rows={2} maxLength={4000} /></label>
      <div class="actions">
        <button class="small-button is-first" type="submit" disabled={isSaving}>{t.save}</button>
        <button class="small-button" type="button" onClick={onCancel}>{t.cancel}</button>
      </div>
    </form>
  )
}
