package usual

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/weir-flow/weir/internal/detect"
	"github.com/weir-flow/weir/internal/finding"
	"github.com/weir-flow/weir/internal/sketch"
)

// surge is what was found.
type surge struct {
	Rule     uint64
	Entity   finding.Entity
	Place    string
	Since    int64 // start of the window
	Found    int64
	Last     int64 // newest row
	Half     int64 // newest half window that was over the limit
	Quiet    int64 // the same of a smaller one later in the interval, of which nothing is told
	Value    float64
	Expected float64
	Low      float64
	High     float64
	Flows    uint64
	Window   uint64 // flows of the window that was judged
	Noise    uint64
	Learning bool
	Members  uint64 // series that are in it
	Pair     pair
	Shares   []finding.Share
	Touches  []finding.Entity
	Text     string // condition of the entity
}

// has reports whether the flows of a series are among those that the surge counts, and
// not merely seen beside it.
func (s *surge) has(v *series) bool {
	switch {
	case v.Rule != s.Rule:
		return false
	case s.Members > 1 && s.Entity.Kind == finding.KindSubnet:
		return v.in().Subnet == s.Entity.ID
	case s.Members > 1:
		return s.Entity.Kind == finding.KindSource || v.place() == s.Place
	}
	return v.in().Entity == s.Entity
}

// holds reports whether a series of another rule lies within the surge.
func (s *surge) holds(v *series) bool {
	switch s.Entity.Kind {
	case finding.KindVPC, finding.KindSource:
		return s.Place == v.place()
	case finding.KindSubnet:
		return v.in().Subnet == s.Entity.ID
	}
	return s.Entity == v.in().Entity
}

func (d *Detector) finding(s *surge) finding.Finding {
	p := d.byID[s.Rule]
	f := detect.Begin(p.rule, s.Entity, s.Found)
	f.FirstSeen, f.LastSeen = time.Unix(0, s.Since).UTC(), time.Unix(0, max(s.Last, s.Since)).UTC()
	f.Count, f.Scope, f.Touches = s.Flows, s.Shares, slices.Clone(s.Touches)
	if s.Pair.clear() {
		f.SrcAddr, f.DstAddr = s.Pair.Src.Netip(), s.Pair.Dst.Netip()
		if s.Pair.Port != 0 {
			port := s.Pair.Port
			f.DstPort = &port
		}
	}
	if p.noisy && 5*s.Noise >= 4*s.Window && s.Noise > 0 {
		f.Exposure, f.Page = true, false
	}
	if s.Learning && p.rule.Weir.Family == finding.Surge { // a first working day after a weekend looks like it
		f.Weak, f.Page = true, false
	}
	if !s.Learning {
		f.Usual = &finding.Range{Low: s.Low, High: s.High, Unit: p.unit}
		if p.value == valueRatio {
			f.Usual = &finding.Range{Low: s.Low / 10, High: min(s.High/10, 100), Unit: "% refused"}
		}
	}
	parts := slices.DeleteFunc([]string{s.Text, p.base}, func(t string) bool { return t == "" })
	if len(parts) == 2 {
		parts[1] = "(" + parts[1] + ")"
	}
	f.Evidence = finding.Evidence{Filter: strings.Join(parts, " AND "), Since: f.FirstSeen.Truncate(time.Second), Until: f.LastSeen.Truncate(time.Second).Add(time.Second)}
	if len(parts) == 0 {
		f.Evidence.Filter = "*"
	}
	f.Why = p.why.Fill(func(name string) string { return p.text(s, name) })
	return f
}

func (p *plan) number(x float64) string {
	switch {
	case p.value == valueRatio:
		return detect.ValueText(x/10) + " %"
	case p.unit == "bytes":
		return detect.SizeText(x)
	}
	return detect.ValueText(math.Round(x))
}

func (p *plan) text(s *surge, name string) string {
	switch name {
	case "entity":
		if s.Entity.Kind == finding.KindSource {
			if s.Entity.ID == everywhere {
				return s.Entity.ID
			}
			return "everywhere in account " + s.Entity.ID
		}
		return s.Entity.String()
	case "title":
		return p.rule.Title
	case "value":
		return p.number(s.Value)
	case "flows", "count":
		return detect.CountText(s.Window)
	case "unit":
		if p.unit == "bytes" {
			return "of traffic"
		}
		return p.unit
	case "window":
		return detect.SpanText(time.Duration(2 * p.half))
	case "times":
		if s.Learning || s.Expected < 1 {
			return "far more than"
		}
		return detect.ValueText(math.Round(10*s.Value/s.Expected)/10) + " times"
	case "usual":
		if s.Learning {
			return "little is known yet"
		}
		return p.number(s.Low) + " to " + p.number(s.High)
	case "scope":
		if s.Members > 1 {
			return fmt.Sprintf(", on %d interfaces at once", s.Members)
		}
		return ""
	case "peer":
		if s.Pair.clear() {
			return fmt.Sprintf("; most of it is %s with %s", s.Pair.Src, s.Pair.Dst)
		}
		return ""
	case "first":
		return detect.TimeText(s.Since)
	}
	return "{" + name + "}"
}

// Clone implements [sketch.Value].
func (s *surge) Clone() surge {
	c := *s
	c.Shares, c.Touches = slices.Clone(s.Shares), slices.Clone(s.Touches)
	return c
}

// Append implements [sketch.Value].
func (s *surge) Append(dst []byte) []byte {
	learning := uint64(0)
	if s.Learning {
		learning = 1
	}
	for _, n := range []uint64{s.Rule, s.Flows, s.Window, s.Noise, learning, uint64(s.Since), uint64(s.Found), uint64(s.Last), uint64(s.Half), uint64(s.Quiet), s.Members} {
		dst = binary.LittleEndian.AppendUint64(dst, n)
	}
	for _, x := range []float64{s.Value, s.Expected, s.Low, s.High} {
		dst = appendFloat(dst, x)
	}
	dst = sketch.AppendText(sketch.AppendText(detect.AppendEntity(s.Pair.append(dst), s.Entity), s.Place), s.Text)
	dst = binary.AppendUvarint(dst, uint64(len(s.Shares)))
	for _, h := range s.Shares {
		dst = appendFloat(sketch.AppendText(sketch.AppendText(dst, string(h.Kind)), h.ID), h.Share)
	}
	dst = binary.AppendUvarint(dst, uint64(len(s.Touches)))
	for _, e := range s.Touches {
		dst = detect.AppendEntity(dst, e)
	}
	return dst
}

// Read implements [sketch.Value].
func (s *surge) Read(src []byte) ([]byte, error) {
	r := sketch.Reader{Src: src}
	s.Rule, s.Flows, s.Window, s.Noise, s.Learning = r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64() == 1
	s.Since, s.Found, s.Last, s.Half = int64(r.Uint64()), int64(r.Uint64()), int64(r.Uint64()), int64(r.Uint64())
	s.Quiet, s.Members = int64(r.Uint64()), r.Uint64()
	s.Value, s.Expected, s.Low, s.High = takeFloat(&r), takeFloat(&r), takeFloat(&r), takeFloat(&r)
	s.Pair.take(&r)
	s.Entity, s.Place, s.Text = detect.ReadEntity(&r), r.Text(), r.Text()
	n := r.Uvarint()
	for i := uint64(0); i < n && i < maxMembers; i++ {
		s.Shares = append(s.Shares, finding.Share{Kind: finding.Kind(r.Text()), ID: r.Text(), Share: takeFloat(&r)})
	}
	m := r.Uvarint()
	for i := uint64(0); i < m && i < maxMembers; i++ {
		s.Touches = append(s.Touches, detect.ReadEntity(&r))
	}
	if n > maxMembers || m > maxMembers {
		return nil, sketch.ErrBytes
	}
	return r.Rest()
}

func appendFloat(dst []byte, x float64) []byte {
	return binary.LittleEndian.AppendUint64(dst, math.Float64bits(x))
}

func takeFloat(r *sketch.Reader) float64 { return math.Float64frombits(r.Uint64()) }
