import type { Followed } from '../api/answers'
import { Share } from '../figures/Share'
import { text } from '../text'

const t = text.designer

/** What those who did it and those who skipped it did afterwards. */
export function After({ of: f }: { of: Followed | undefined }) {
  if (!f) return <div />
  return (
    <div class="after">
      <h3>{t.afterwards}</h3>
      {f.suppressed ? <p class="note">{t.followedHeld}</p> : (
        <dl>
          <Group name={t.did} all={f.did!} gaveUp={f.did_gave_up!} completed={f.did_completed!} />
          <Group name={t.didNot} all={f.skipped!} gaveUp={f.skipped_gave_up!} completed={f.skipped_completed!} />
        </dl>
      )}
    </div>
  )
}

function Group({ name, all, gaveUp, completed }: { name: string; all: number; gaveUp: number; completed: number }) {
  return (
    <div>
      <dt>{name}: {all === 0 ? t.followedNobody : t.groupOf(all)}</dt>
      {all > 0 && (
        <>
          <dd><Share of={gaveUp / all} tone="skip" />{t.shareOf(gaveUp, all, t.gaveUp)}</dd>
          <dd><Share of={completed / all} />{t.shareOf(completed, all, t.completed)}</dd>
        </>
      )}
    </div>
  )
}
