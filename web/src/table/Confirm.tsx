import { AlertDialog } from "radix-ui";
import { useRef, useState, type ReactNode } from "react";
import { Button } from "./Button";
import { Fault } from "./Fault";
import { place } from "./place";
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
  const before = useRef<HTMLElement | null>(null);
  if (open && !before.current) before.current = place();
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
  return (
    <AlertDialog.Root open={open} onOpenChange={(o) => !o && close()}>
      <AlertDialog.Portal>
        <div className={css.veil} aria-hidden />
        <AlertDialog.Content
          className={css.box}
          onCloseAutoFocus={(e) => {
            e.preventDefault();
            before.current?.focus({ preventScroll: true });
            before.current = null;
          }}
        >
          <AlertDialog.Title className={css.title}>{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className={css.body}>{children}</div>
          </AlertDialog.Description>
          {error && <Fault error={error} />}
          <div className={css.actions}>
            <AlertDialog.Cancel asChild>
              <Button>Cancel</Button>
            </AlertDialog.Cancel>
            <Button kind={danger ? "danger" : "primary"} busy={busy} onClick={() => void go()}>
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
