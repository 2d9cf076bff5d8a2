import { Suspense, useState, type ComponentType, type ReactNode } from "react";

/** Form is what a button opens: it is loaded when that happens first. */
export type Form = ComponentType<{ open: boolean; onOpen: (open: boolean) => void; button: ReactNode }>;

/** Opens is a button of the page's head that opens a form. */
export function Opens({ form: Form, className, title, children }: { form: Form; className?: string; title?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const first = () => {
    setUsed(true);
    setOpen(true);
  };
  const button = (onClick?: () => void) => (
    <button type="button" className={className} title={title} aria-haspopup="dialog" aria-expanded={open} onClick={onClick}>
      {children}
    </button>
  );
  if (!used) return button(first);
  return (
    <Suspense fallback={button()}>
      <Form open={open} onOpen={setOpen} button={button()} />
    </Suspense>
  );
}
