import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import { Fault } from "./Fault";
import { useFloating } from "./floating";
import { place, type Place } from "./place";
import css from "./Confirm.module.css";

/** Confirm asks before something that cannot be taken back. `run` does it; it closes
 * when that went well, and tells the error when it did not. */
export function Confirm({ open, onClose, title, action, danger = true, run, children }: {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What the button says: "Delete the token". */
  action: string;
  danger?: boolean;
  run: () => void | Promise<unknown>;
  children?: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const before = useRef<Place | null>(null);
  if (open && !before.current) before.current = place();
  const [used, setUsed] = useState(open);
  if (open && !used) setUsed(true);
  const floating = useFloating(used);
  const close = () => {
    setError(null);
    onClose();
  };
  const go = async () => {
    setBusy(true);
    setError(null);
    try {
      await run();
      close();
    } catch (e) {
      setError(e as Error);
    } finally {
      setBusy(false);
    }
  };
  if (!floating) return null;
  const { Dialog } = floating;
  return (
    <Dialog.Root open={open} onOpenChange={(o) => !o && close()}>
      <Dialog.Portal>
        <div className={css.veil} aria-hidden />
        <Dialog.Content
          className={css.box}
          onInteractOutside={(e) => e.preventDefault()}
          onCloseAutoFocus={(e) => {
            e.preventDefault();
            before.current?.focus();
            before.current = null;
          }}
        >
          <Dialog.Title className={css.title}>{title}</Dialog.Title>
          <Dialog.Description asChild>
            <div className={css.body}>{children}</div>
          </Dialog.Description>
          {error && <Fault error={error} />}
          <div className={css.actions}>
            <Dialog.Close asChild>
              <Button>Cancel</Button>
            </Dialog.Close>
            <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={() => void go()}>
              {action}
            </Button>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
