import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Brand } from '../shell/Brand'
import { text } from '../text'

type Fault = { title: string; detail: string }

/** A few fields and one button in the middle of a page. What went wrong is said above them, and heard. */
export function EntryForm({ title, lead, submit, first = null, check, onSubmit, onDone, foot, children }: {
  title: string
  lead?: string | undefined
  submit: string
  /** Said before anything was sent. */
  first?: Fault | null
  check?: (values: FormData) => Fault | null
  onSubmit: (values: FormData) => Promise<Fault | null>
  onDone: () => void
  foot?: ComponentChildren
  children: ComponentChildren
}) {
  const [fault, setFault] = useState(first)
  const [isSending, setSending] = useState(false)

  useEffect(() => { document.title = `${title} · ${text.product}` }, [title])

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (isSending) return
    const form = event.currentTarget as HTMLFormElement
    const values = new FormData(form)
    setSending(true)
    const wrong = check?.(values) ?? await onSubmit(values)
    setSending(false)
    if (!wrong) return onDone()
    setFault(wrong)
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = ''
    form.querySelector<HTMLInputElement>('input[type=password]')?.focus()
  }

  return (
    <>
      <header class="top-bar"><Brand /></header>
      <main id="content" class="page entry">
        <form class="entry-card" onSubmit={send} aria-labelledby="entry-title">
          <h1 id="entry-title" class="page-title">{title}</h1>
          {lead && <p class="note">{lead}</p>}
          <p class="entry-fault" role="alert" hidden={!fault}>{fault && <><strong>{fault.title}.</strong> {fault.detail}</>}</p>
          {children}
          <button class="button" type="submit" aria-disabled={isSending}>{isSending ? text.oneMoment : submit}</button>
          {foot && <div class="entry-foot"><span class="note">{text.or}</span>{foot}</div>}
        </form>
      </main>
    </>
  )
}

export function Field({ name, label, type = 'text', autocomplete, hint, value, isFirst = false }: {
  name: string
  label: string
  type?: 'text' | 'password'
  autocomplete: string
  hint?: string
  /** Given, and not to be changed. */
  value?: string | undefined
  isFirst?: boolean
}) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => { if (isFirst) input.current?.focus() }, [])
  const rest = {
    ref: input, id: `field-${name}`, name, autocomplete: autocomplete as AutoFill, required: true, autocapitalize: 'none', spellcheck: false,
    ...(value === undefined ? {} : { value, readOnly: true }), ...(hint ? { 'aria-describedby': `hint-${name}` } : {}),
  } as const
  return (
    <div class="field">
      <label for={rest.id}>{label}</label>
      {type === 'password' ? <input type="password" maxLength={256} {...rest} /> : <input type="text" maxLength={64} {...rest} />}
      {hint && <small id={`hint-${name}`}>{hint}</small>}
    </div>
  )
}
