import { useEffect, useRef, useState, type ReactNode } from "react";

/** InView shows its children once they are near the window, and a place of about their
 * height until then. */
export function InView({ height, children }: { height: number; children: ReactNode }) {
  const [near, setNear] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = box.current;
    if (near || !at) return;
    const seen = new IntersectionObserver((list) => list.some((e) => e.isIntersecting) && setNear(true), { rootMargin: "300px" });
    seen.observe(at);
    return () => seen.disconnect();
  }, [near]);
  return near ? children : <div ref={box} style={{ height }} />;
}
