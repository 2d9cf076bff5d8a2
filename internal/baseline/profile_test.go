package baseline

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
	"time"
	"unsafe"

	"github.com/weir-flow/weir/internal/sketch"
)

const ten = 10 * time.Minute

// grown returns a profile of so many windows of a quiet working week around a level.
func grown(seed uint64, level float64, n int) (Profile, *world) {
	r := rand.New(rand.NewPCG(seed, 99))
	w := &world{"", weekly(r, level), 100, r}
	cfg := DefaultConfig()
	var p Profile
	for i := range n {
		p.Observe(&cfg, begin+int64(i)*tenMin, ten, w.draw(i, 1))
	}
	return p, w
}

func at(i int) int64 { return begin + int64(i)*tenMin }

// TestSentence protects the numbers that a reader is told: what is usual lies around
// the mean, the limit above it, and a value is unusual from the limit on.
func TestSentence(t *testing.T) {
	p, w := grown(1, 200, 4*perWeek)
	cfg := DefaultConfig()
	for i := 4 * perWeek; i < 5*perWeek; i += 13 {
		v := p.Judge(&cfg, at(i), ten, 0)
		lo, hi := v.Usual()
		if mean := w.mean(i); lo > mean || hi < mean || hi > 2.5*mean || v.Limit() <= hi || v.Basis != Own {
			t.Fatalf("window %d: usual %v to %v, limit %v, where the mean is %.0f (%v)", i, lo, hi, v.Limit(), mean, v.Basis)
		}
		limit := v.Limit()
		over, under := p.Judge(&cfg, at(i), ten, math.Ceil(1.05*limit)), p.Judge(&cfg, at(i), ten, math.Floor(0.95*limit))
		if under.Unusual || over.Bits <= under.Bits {
			t.Fatalf("window %d, limit %v: below it %+v, above it %+v", i, limit, under, over)
		}
		if few := p.Judge(&cfg, at(i), ten, math.Floor(w.mean(i)/50)); !few.Few || few.Unusual {
			t.Fatalf("window %d: a fiftieth is usual: %+v", i, few)
		}
		if few := p.Judge(&cfg, at(i), ten, 0); few.Limit() == math.Inf(1) {
			t.Fatal("too few has no limit")
		}
	}
}

// TestMinimum protects readers from small numbers.
func TestMinimum(t *testing.T) {
	cfg := DefaultConfig()
	var p Profile
	for i := range 52 * perWeek / 6 { // a year of hours, all silent, heard now and then
		if i%100 == 0 {
			if v := p.Observe(&cfg, begin+int64(i)*hour, time.Hour, 0); v.Unusual || v.Few {
				t.Fatalf("hour %d of zeros: %+v", i, v)
			}
		}
	}
	now := p.Until()
	if v := p.Judge(&cfg, now, ten, cfg.Minimum-1); v.Unusual {
		t.Error("a value below the minimum is unusual")
	}
	v := p.Judge(&cfg, now, ten, 900)
	if lo, hi := v.Usual(); !v.Unusual || lo != 0 || hi > 1 || v.Basis != Own {
		t.Errorf("900 after a year of zeros: %+v, usual %v to %v", v, lo, hi)
	}
}

// TestColdStart protects new series: they are judged by what is usual for their like,
// the nearest parent that knows, and by nothing where no one does.
func TestColdStart(t *testing.T) {
	cfg := DefaultConfig()
	var subnet, fleet Profile
	rng := rand.New(rand.NewPCG(5, 6))
	var worlds []*world
	for range 30 {
		r := rand.New(rand.NewPCG(rng.Uint64(), 1))
		worlds = append(worlds, &world{"", weekly(r, 60*math.Exp(0.4*r.NormFloat64())), 100, r})
	}
	for i := range perWeek {
		for k, w := range worlds {
			x := w.draw(i, 1)
			fleet.Learn(at(i), ten, x, false)
			if k < 10 && i > perWeek-20 {
				subnet.Learn(at(i), ten, x, false)
			}
		}
	}
	f := func(name string, x float64, basis Basis, unusual bool, p *Profile, parents ...*Profile) {
		t.Helper()
		v := p.Judge(&cfg, at(perWeek), ten, x, parents...)
		if v.Basis != basis || v.Unusual != unusual {
			t.Errorf("%s: by %v, unusual %v; want %v, %v (limit %.0f)", name, v.Basis, v.Unusual, basis, unusual, v.Limit())
		}
	}
	var fresh Profile
	f("no parents", 1e6, Learning, false, &fresh)
	f("parents know as little", 1e6, Learning, false, &fresh, &subnet, nil)
	f("usual in the fleet", 60, Fleet, false, &fresh, &subnet, &fleet)
	f("unusual in the fleet", 20_000, Fleet, true, &fresh, &subnet, &fleet)
	f("the subnet knows", 20_000, Parent, true, &fresh, &fleet)
	// A busy host is told of once, when it appears, and then is what it is.
	var busy Profile
	flags := 0
	for i := perWeek; i < 4*perWeek; i++ {
		if v := busy.Observe(&cfg, at(i), ten, poisson(rng, 20_000), &fleet); v.Unusual {
			flags++
		}
	}
	if flags > 1 {
		t.Errorf("a busy host is unusual %d times", flags)
	}
}

// TestGuard protects the profile from what it flags: an attack of 20 hours teaches
// nothing, a shift that stays is learned after a day or so, and a job that comes every
// night becomes a habit.
func TestGuard(t *testing.T) {
	cfg := DefaultConfig()
	n := 3 * perWeek
	p, w := grown(7, 200, n)

	attacked := p.Clone()
	v := p.Judge(&cfg, at(n), ten, 1)
	before := v.Expected()
	for i := n; i < n+120; i++ {
		if v := attacked.Observe(&cfg, at(i), ten, w.draw(i, 6)); !v.Unusual {
			t.Fatalf("window %d of an attack is usual: limit %.0f, %v", i-n, v.Limit(), v.Value)
		}
	}
	after := attacked.Judge(&cfg, at(n+perWeek), ten, 1)
	if e := after.Expected(); e > 1.3*before {
		t.Errorf("an attack of 20 hours moved the mean from %.0f to %.0f", before, e)
	}

	shifted, flagged := p.Clone(), 0
	for i := n; i < n+perWeek; i++ {
		if v := shifted.Observe(&cfg, at(i), ten, w.draw(i, 6)); v.Unusual {
			flagged++
		}
	}
	if flagged < 140 || flagged > 170 {
		t.Errorf("a lasting shift was flagged for %d windows, want some 144", flagged)
	}

	nightly := p.Clone()
	var nights []int
	for i := n; i < n+perWeek; i++ {
		times := 1.0
		if i%perDay >= 12 && i%perDay < 15 {
			times = 8
		}
		if v := nightly.Observe(&cfg, at(i), ten, w.draw(i, times)); v.Unusual {
			if d := (i - n) / perDay; len(nights) == 0 || nights[len(nights)-1] != d {
				nights = append(nights, d)
			}
		}
	}
	if len(nights) < 2 || len(nights) > 5 {
		t.Errorf("a new nightly job was told of on the nights %v", nights)
	}
}

// TestSilence protects series of which nothing is heard: windows without a record are
// zeros, and a long silence costs no more than a short one.
func TestSilence(t *testing.T) {
	cfg := DefaultConfig()
	var told, guessed Profile
	rng := rand.New(rand.NewPCG(8, 9))
	for i := range 4 * perWeek {
		x := 0.0
		if i%perDay < 36 {
			x = poisson(rng, 100)
		}
		told.Observe(&cfg, at(i), ten, x)
		if x > 0 {
			guessed.Observe(&cfg, at(i), ten, x)
		}
	}
	for _, i := range []int{4*perWeek + 10, 4*perWeek + 100} {
		v := told.Judge(&cfg, at(i), ten, 300)
		guessed.silence(at(i))
		w := guessed.Judge(&cfg, at(i), ten, 300)
		if !v.Unusual || !w.Unusual || math.Abs(v.Expected()-w.Expected()) > 15 {
			t.Errorf("window %d: expected %.0f when told of silence, %.0f when not", i, v.Expected(), w.Expected())
		}
	}
	p := guessed.Clone()
	p.Observe(&cfg, at(2000*perWeek), ten, 5) // forty years
	if v := p.Judge(&cfg, at(2000*perWeek+20), ten, 5); v.Expected() > 2 {
		t.Errorf("%.1f expected after forty years of silence", v.Expected())
	}
}

// TestWidths protects windows of other lengths: a profile of 10 minutes judges a minute
// and an hour.
func TestWidths(t *testing.T) {
	cfg := DefaultConfig()
	cfg.Minimum = 5
	n := 4 * perWeek
	p, w := grown(11, 3000, n)
	mean := w.mean(n)
	for _, width := range []time.Duration{time.Minute, 5 * time.Minute, time.Hour} {
		part := float64(width) / float64(ten)
		usual, rise := p.Judge(&cfg, at(n), width, math.Round(mean*part)), p.Judge(&cfg, at(n), width, math.Round(3*mean*part))
		if usual.Unusual || usual.Few || !rise.Unusual || math.Abs(usual.Expected()/(mean*part)-1) > 0.25 {
			t.Errorf("%v: %.0f expected where the mean is %.0f; usual: %v, threefold: %v", width, usual.Expected(), mean*part, usual.Unusual, rise.Unusual)
		}
	}
	var hourly Profile
	for h := range 4 * 168 {
		sum := 0.0
		for i := range 6 {
			sum += w.draw(6*h+i, 1)
		}
		if v := hourly.Observe(&cfg, begin+int64(h)*hour, time.Hour, sum); v.Unusual || v.Few {
			t.Errorf("hour %d: %+v", h, v)
		}
	}
	if v := hourly.Judge(&cfg, at(n), time.Hour, 6*3*mean); !v.Unusual {
		t.Errorf("a threefold hour is usual: limit %.0f", v.Limit())
	}
}

// TestBytes protects snapshots: a profile read back is the one that was written, and
// goes on as it would have. And it protects the size that was promised.
func TestBytes(t *testing.T) {
	cfg := DefaultConfig()
	for _, n := range []int{0, 1, 100, 200, 2000} {
		p, w := grown(3, 50, n)
		b := p.Append([]byte("x"))
		var back Profile
		rest, err := back.Read(append(bytes.Clone(b[1:]), "rest"...))
		if err != nil || string(rest) != "rest" {
			t.Fatalf("%d windows: %q, %v", n, rest, err)
		}
		for i := n; i < n+300; i++ {
			x := w.draw(i, 1)
			if v, w := p.Observe(&cfg, at(i), ten, x), back.Observe(&cfg, at(i), ten, x); v != w {
				t.Fatalf("%d windows, then %d: %+v and, read back, %+v", n, i, v, w)
			}
		}
		if !bytes.Equal(p.Append(nil), back.Append(nil)) {
			t.Errorf("%d windows: another when read back", n)
		}
		if len(b) > 620 || n <= 100 && len(b) > 140 {
			t.Errorf("%d windows are written in %d bytes", n, len(b))
		}
		if size := int(unsafe.Sizeof(p)) + p.Extra(); size > 640 {
			t.Errorf("%d windows take %d bytes", n, size)
		}
		for cut := 1; cut < len(b); cut++ {
			if _, err := new(Profile).Read(b[1:cut]); err == nil {
				t.Fatalf("the first %d of %d bytes read", cut-1, len(b)-1)
			}
		}
	}
	p, _ := grown(3, 50, 300)
	c, before := p.Clone(), p.Append(nil)
	c.Observe(&cfg, at(300), ten, 1e6)
	if !bytes.Equal(before, p.Append(nil)) {
		t.Error("a clone changed the original")
	}
}

// FuzzProfile: bytes that no profile wrote are an error, or a profile that works, for
// any value.
func FuzzProfile(f *testing.F) {
	for _, n := range []int{0, 1, 300} {
		p, _ := grown(3, 50, n)
		f.Add(p.Append(nil), 1000.0, int64(600e9))
	}
	f.Fuzz(func(t *testing.T, src []byte, value float64, width int64) {
		var p Profile
		if _, err := p.Read(src); err != nil {
			return
		}
		if width <= 0 || width > int64(time.Hour) {
			width = 1
		}
		cfg := DefaultConfig()
		at := max(p.Until(), begin)
		for range 3 {
			v := p.Observe(&cfg, at, time.Duration(width), value)
			lo, hi := v.Usual()
			if math.IsNaN(v.Expected()) || math.IsNaN(v.Bits) || math.IsNaN(lo) || math.IsNaN(hi) || math.IsNaN(v.Limit()) {
				t.Fatalf("%+v", v)
			}
			at += width
		}
		if _, err := new(Profile).Read(p.Append(nil)); err != nil {
			t.Fatalf("what was written cannot be read: %x", p.Append(nil))
		}
	})
}

func BenchmarkObserve(b *testing.B) {
	b.ReportAllocs()
	cfg := DefaultConfig()
	p, w := grown(1, 200, 2*perWeek)
	x := make([]float64, 1024)
	for i := range x {
		x[i] = w.draw(2*perWeek+i, 1)
	}
	for i := range b.N {
		p.Observe(&cfg, at(2*perWeek+i), ten, x[i&1023])
	}
	b.ReportMetric(float64(int(unsafe.Sizeof(p))+p.Extra()), "B/series")
}

// TestHeld protects that a table of detectors can hold profiles.
func TestHeld(t *testing.T) {
	tab := sketch.NewTable[Profile](10)
	p, _ := tab.Use(1, begin)
	cfg := DefaultConfig()
	p.Observe(&cfg, begin, ten, 5)
	tab.Mark()
	q := tab.Change(1)
	q.Observe(&cfg, begin+tenMin, ten, 500)
	tab.Rollback()
	if got := tab.Get(1); got.Windows() != 1 {
		t.Errorf("%d windows after taking one back, want 1", got.Windows())
	}
}
