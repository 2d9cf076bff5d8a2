package health

import (
	"encoding/binary"
	"math/bits"
	"time"

	"github.com/cespare/xxhash/v2"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/rule"
	"github.com/weir-flow/weir/internal/sketch"
)

// absence is a rule about what is missing made ready.
type absence struct {
	*rule.Rule
	n     int
	id    uint64
	about detect.Subject
	tell  *detect.Telling
	wait  int64
	of    int
}

const whyAbsent = "{entity}: none for {for} since {last}; there were some in {windows} of the {before} stretches of {wait} before."

func newAbsence(r detect.Numbered) *absence {
	s := r.Weir.Absence
	if s == nil || s.For <= 0 {
		return nil
	}
	about, err := detect.GroupBy(s.Per)
	if r.Weir.Entity != "" && len(s.Per) == 0 {
		about, err = detect.ParseSubject(r.Weir.Entity)
	}
	if err != nil {
		return nil
	}
	a := &absence{Rule: r.Rule, n: r.N, id: xxhash.Sum64String(r.ID), about: about, wait: int64(s.For), of: max(s.Of, 1)}
	a.tell = detect.NewTelling(about, r.Weir.Why, whyAbsent)
	return a
}

// mark is when a key was last there, and in which windows before.
type mark struct {
	detect.Trace
	Rule   uint64
	Seen   uint64 // a bit for each window up to that of the last record, newest lowest
	Window int64  // number of that window
	Absent int64  // start of the absence that was told, + 1; 0: none
}

// present takes the rows of a slice.
func (d *Detector) present(a *absence, b *detect.Block, s detect.Slice, out detect.Out) {
	rows := b.Matches[a.n]
	for i := s.Lo; i < s.Hi; i++ {
		if rows != nil && !rows.Has(i) {
			continue
		}
		subject, ok := a.about.Key(b, i)
		if !ok {
			continue
		}
		at := b.Start[i]
		v, fresh := d.last.Use(detect.Key(a.id, subject), at)
		if fresh {
			v.Trace, v.Rule, v.Window = a.tell.Begin(b, i), a.id, at/a.wait
		}
		if v.Absent != 0 {
			f := a.finding(v, at)
			f.Resolved = true
			out.Find(f)
			v.Absent = 0
		}
		if step := at/a.wait - v.Window; step > 0 {
			v.Seen, v.Window = v.Seen<<min(step, 64), at/a.wait
		}
		v.Seen |= 1
		v.Last = at
	}
}

// absent looks for keys that are gone.
func (d *Detector) absent(now int64, out detect.Out) {
	due := sorted(d.last, func(_ uint64, v *mark) bool {
		a := d.byID[v.Rule]
		return a != nil && v.Absent == 0 && now-v.Last >= a.wait && bits.OnesCount64(v.Seen&a.before()) >= a.of
	})
	for _, key := range due {
		v := d.last.Change(key)
		v.Absent = v.Last + 1
		out.Find(d.byID[v.Rule].finding(v, now))
	}
	if now%hour == 0 {
		for _, key := range sorted(d.last, func(_ uint64, v *mark) bool {
			a := d.byID[v.Rule]
			return a == nil || now-v.Last > 64*a.wait
		}) {
			d.last.Delete(key)
		}
	}
}

// before is which windows are looked at: twice as many as must have some.
func (a *absence) before() uint64 {
	if a.of >= 32 {
		return ^uint64(0)
	}
	return 1<<(2*a.of) - 1
}

func (a *absence) finding(v *mark, now int64) finding.Finding {
	f := detect.Begin(a.Rule, v.Entity(), v.Last)
	f.FirstSeen, f.LastSeen, f.Found = time.Unix(0, v.Last).UTC(), time.Unix(0, now).UTC(), time.Unix(0, now).UTC()
	f.Touches = v.Touches()
	f.Why = a.tell.Why(&v.Trace, func(name string) (string, bool) {
		switch name {
		case "for":
			return detect.SpanText(time.Duration(now - v.Last).Truncate(time.Minute)), true
		case "wait":
			return detect.SpanText(time.Duration(a.wait)), true
		case "windows":
			return detect.CountText(uint64(bits.OnesCount64(v.Seen & a.before()))), true
		case "before":
			return detect.CountText(uint64(bits.OnesCount64(a.before()))), true
		}
		return "", false
	})
	m := &finding.Missing{Since: f.FirstSeen.Truncate(time.Second), Until: f.LastSeen.Truncate(time.Second)}
	if e := v.Entity(); e.Kind == finding.KindInterface {
		m.InterfaceID = e.ID
	}
	f.Evidence.Missing = m
	return f
}

// Clone implements [sketch.Value].
func (v *mark) Clone() mark {
	c := *v
	c.Trace = v.Trace.Clone()
	return c
}

// Append implements [sketch.Value].
func (v *mark) Append(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(v.Trace.Append(dst), v.Rule)
	dst = binary.AppendUvarint(dst, v.Seen)
	return binary.AppendVarint(binary.AppendVarint(dst, v.Window), v.Absent)
}

// Read implements [sketch.Value].
func (v *mark) Read(src []byte) ([]byte, error) {
	src, err := v.Trace.Read(src)
	if err != nil {
		return nil, err
	}
	r := sketch.Reader{Src: src}
	v.Rule, v.Seen, v.Window, v.Absent = r.Uint64(), r.Uvarint(), r.Varint(), r.Varint()
	return r.Rest()
}
